#include "graph/error.h"

namespace lintas {

std::string_view name(ErrorCode code) {
    switch (code) {
        using enum ErrorCode;
    case Syntax: return "SyntaxError";
    case Semantic: return "SemanticError";
    case Type: return "TypeError";
    case Argument: return "ArgumentError";
    case EntityNotFound: return "EntityNotFound";
    case Procedure: return "ProcedureError";
    case ParameterMissing: return "ParameterMissing";
    case ConstraintVerification: return "ConstraintVerificationFailed";
    case ConstraintValidation: return "ConstraintValidationFailed";
    case Schema: return "SchemaError";
    case Unsupported: return "UnsupportedFeature";
    case Limit: return "LimitExceeded";
    case Transaction: return "TransactionError";
    case Input: return "InputError";
    case Storage: return "StorageError";
    case Usage: return "UsageError";
    case Internal: return "InternalError";
    }
    return "";
}

std::string_view name(ErrorDetail detail) {
    switch (detail) {
        using enum ErrorDetail;
    case None: return "";
    case AccessedConcurrently: return "AccessedConcurrently";
    case AmbiguousAggregationExpression: return "AmbiguousAggregationExpression";
    case Cancelled: return "Cancelled";
    case ColumnNameConflict: return "ColumnNameConflict";
    case ConstraintAlreadyExists: return "ConstraintAlreadyExists";
    case ConstraintNotFound: return "ConstraintNotFound";
    case ConstraintWithNameAlreadyExists: return "ConstraintWithNameAlreadyExists";
    case CreatingVarLength: return "CreatingVarLength";
    case DeleteConnectedNode: return "DeleteConnectedNode";
    case DeletedEntityAccess: return "DeletedEntityAccess";
    case DifferentColumnsInUnion: return "DifferentColumnsInUnion";
    case FloatingPointOverflow: return "FloatingPointOverflow";
    case IndexAlreadyExists: return "IndexAlreadyExists";
    case IndexNotFound: return "IndexNotFound";
    case IndexWithNameAlreadyExists: return "IndexWithNameAlreadyExists";
    case IntegerOverflow: return "IntegerOverflow";
    case InvalidAggregation: return "InvalidAggregation";
    case InvalidArgumentPassingMode: return "InvalidArgumentPassingMode";
    case InvalidArgumentType: return "InvalidArgumentType";
    case InvalidArgumentValue: return "InvalidArgumentValue";
    case InvalidBookmark: return "InvalidBookmark";
    case InvalidClauseComposition: return "InvalidClauseComposition";
    case InvalidDelete: return "InvalidDelete";
    case InvalidNumberLiteral: return "InvalidNumberLiteral";
    case InvalidNumberOfArguments: return "InvalidNumberOfArguments";
    case InvalidParameterUse: return "InvalidParameterUse";
    case InvalidPropertyType: return "InvalidPropertyType";
    case InvalidRelationshipPattern: return "InvalidRelationshipPattern";
    case InvalidUnicodeCharacter: return "InvalidUnicodeCharacter";
    case InvalidUnicodeLiteral: return "InvalidUnicodeLiteral";
    case MapElementAccessByNonString: return "MapElementAccessByNonString";
    case MergeReadOwnWrites: return "MergeReadOwnWrites";
    case MissingParameter: return "MissingParameter";
    case NegativeIntegerArgument: return "NegativeIntegerArgument";
    case NestedAggregation: return "NestedAggregation";
    case NoExpressionAlias: return "NoExpressionAlias";
    case NoSingleRelationshipType: return "NoSingleRelationshipType";
    case NoVariablesInScope: return "NoVariablesInScope";
    case NonConstantExpression: return "NonConstantExpression";
    case NumberOutOfRange: return "NumberOutOfRange";
    case ProcedureNotFound: return "ProcedureNotFound";
    case ReadOnlyStore: return "ReadOnlyStore";
    case ReadOnlyTransaction: return "ReadOnlyTransaction";
    case RelationshipUniquenessViolation: return "RelationshipUniquenessViolation";
    case RequiresDirectedRelationship: return "RequiresDirectedRelationship";
    case TimedOut: return "TimedOut";
    case TransactionFailed: return "TransactionFailed";
    case TransactionOutdated: return "TransactionOutdated";
    case TransactionOver: return "TransactionOver";
    case UndefinedVariable: return "UndefinedVariable";
    case UnexpectedSyntax: return "UnexpectedSyntax";
    case UnknownFunction: return "UnknownFunction";
    case UnreachedBookmark: return "UnreachedBookmark";
    case VariableAlreadyBound: return "VariableAlreadyBound";
    case VariableTypeConflict: return "VariableTypeConflict";
    case WriterBusy: return "WriterBusy";
    }
    return "";
}

Error Error::at(Span span) const {
    auto placed = *this;
    if (!placed.span_) placed.span_ = span;
    return placed;
}

Error Error::as_compile_time() const {
    auto early = *this;
    early.at_compile_time_ = true;
    return early;
}

} // namespace lintas
