// The one exception type of lintas: a code and a detail for programs, a sentence for people, and,
// when the fault lies in a query, the span of text it lies in.
//
// Invariant: `what()` is one sentence without a full stop that names the offending thing in
// backticks. Throw for what ends a query or a load; return std::optional for what may be absent.
// Codes and details carry the openCypher TCK's names where it has one.
#pragma once

#include <cstddef>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace lintas {

enum class ErrorCode {
    Syntax,           // SyntaxError: the text, or its meaning, is wrong before any row is read
    Semantic,         // SemanticError
    Type,             // TypeError
    Argument,         // ArgumentError
    EntityNotFound,   // EntityNotFound
    Procedure,        // ProcedureError
    ParameterMissing, // ParameterMissing
    ConstraintVerification, // ConstraintVerificationFailed
    ConstraintValidation,   // ConstraintValidationFailed
    Schema,                 // a definition of an index or a constraint cannot be made or dropped
    Unsupported,            // understood, but this version cannot run it
    Limit,                  // a deadline, a budget or a cancellation ended the work
    Transaction,            // a transaction may only read, is over, has to wait or to be repeated
    Input,                  // a file to load, or a request, is at fault
    Storage,                // the store file or the disk is at fault
    Usage,                  // the command line is at fault
    Internal,               // our own mistake
};

// What exactly is wrong, in the TCK's words where it has them. `None` where the code says all.
enum class ErrorDetail {
    None,
    AccessedConcurrently,
    AmbiguousAggregationExpression,
    Cancelled,
    ColumnNameConflict,
    ConstraintAlreadyExists,
    ConstraintNotFound,
    ConstraintWithNameAlreadyExists,
    CreatingVarLength,
    DeleteConnectedNode,
    DeletedEntityAccess,
    DifferentColumnsInUnion,
    FloatingPointOverflow,
    IndexAlreadyExists,
    IndexNotFound,
    IndexWithNameAlreadyExists,
    IntegerOverflow,
    InvalidAggregation,
    InvalidArgumentPassingMode,
    InvalidArgumentType,
    InvalidArgumentValue,
    InvalidBookmark,
    InvalidClauseComposition,
    InvalidDelete,
    InvalidNumberLiteral,
    InvalidNumberOfArguments,
    InvalidParameterUse,
    InvalidPropertyType,
    InvalidRelationshipPattern,
    InvalidUnicodeCharacter,
    InvalidUnicodeLiteral,
    MapElementAccessByNonString,
    MergeReadOwnWrites,
    MissingParameter,
    NegativeIntegerArgument,
    NestedAggregation,
    NoExpressionAlias,
    NoSingleRelationshipType,
    NoVariablesInScope,
    NonConstantExpression,
    NumberOutOfRange,
    ProcedureNotFound,
    ReadOnlyStore,
    ReadOnlyTransaction,
    RelationshipUniquenessViolation,
    RequiresDirectedRelationship,
    TimedOut,
    TransactionFailed,
    TransactionOutdated,
    TransactionOver,
    UndefinedVariable,
    UnexpectedSyntax,
    UnknownFunction,
    UnreachedBookmark,
    VariableAlreadyBound,
    VariableTypeConflict,
    WriterBusy,
};

// The TCK's name of a code, for example "SyntaxError", and of a detail ("" for None).
std::string_view name(ErrorCode code);
std::string_view name(ErrorDetail detail);

// Half-open byte range [begin, end) of the query text.
struct Span {
    std::size_t begin = 0;
    std::size_t end = 0;

    bool operator==(const Span&) const = default;
};

class Error : public std::runtime_error {
public:
    Error(ErrorCode code, const std::string& message, std::optional<Span> span = {})
        : std::runtime_error{message}, code_{code}, span_{span} {}
    Error(ErrorCode code, ErrorDetail detail, const std::string& message,
          std::optional<Span> span = {})
        : std::runtime_error{message}, code_{code}, detail_{detail}, span_{span} {}

    ErrorCode code() const { return code_; }
    ErrorDetail detail() const { return detail_; }
    std::optional<Span> span() const { return span_; }
    // Was it raised before any row was read? The engine sets it.
    bool at_compile_time() const { return at_compile_time_; }

    // The same error with a place, for code that knows the span where the thrower did not.
    // An error that has a span already keeps it.
    Error at(Span span) const;
    Error as_compile_time() const;

private:
    ErrorCode code_;
    ErrorDetail detail_ = ErrorDetail::None;
    std::optional<Span> span_;
    bool at_compile_time_ = false;
};

} // namespace lintas
