#include "server/http/error_answer.h"

#include "graph/uuid.h"
#include "query/engine.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <iterator>

namespace lintas::server {

namespace {

struct Status {
    int status;
    std::string_view code;
};

std::string_view limit_code(ErrorDetail detail) {
    if (detail == ErrorDetail::TimedOut) return "Neo.ClientError.Transaction.TransactionTimedOut";
    if (detail == ErrorDetail::Cancelled) return "Neo.ClientError.Transaction.Terminated";
    return "Neo.ClientError.Statement.LimitExceeded";
}

struct DetailStatus {
    ErrorDetail detail;
    Status status;
};

// Drivers repeat what has a code of a TransientError.
constexpr DetailStatus transaction_statuses[] = {
    {ErrorDetail::AccessedConcurrently,
     {400, "Neo.ClientError.Transaction.TransactionAccessedConcurrently"}},
    {ErrorDetail::InvalidBookmark, {400, "Neo.ClientError.Transaction.InvalidBookmark"}},
    {ErrorDetail::ReadOnlyStore, {403, "Neo.ClientError.General.ForbiddenOnReadOnlyDatabase"}},
    {ErrorDetail::ReadOnlyTransaction, {403, "Neo.ClientError.Statement.AccessMode"}},
    {ErrorDetail::TransactionOutdated, {400, "Neo.TransientError.Transaction.Outdated"}},
    {ErrorDetail::TransactionOver, {404, "Neo.ClientError.Transaction.TransactionNotFound"}},
    {ErrorDetail::UnreachedBookmark, {400, "Neo.TransientError.Transaction.BookmarkTimeout"}},
    {ErrorDetail::WriterBusy, {400, "Neo.TransientError.Transaction.LockAcquisitionTimeout"}},
};

Status transaction_status(ErrorDetail detail) {
    const auto* found = std::ranges::find(transaction_statuses, detail, &DetailStatus::detail);
    if (found != std::end(transaction_statuses)) return found->status;
    return {400, "Neo.ClientError.Transaction.TransactionMarkedAsFailed"};
}

struct SchemaRow {
    ErrorDetail detail;
    std::string_view code;
};

constexpr SchemaRow schema_rows[] = {
    {ErrorDetail::ConstraintAlreadyExists, "Neo.ClientError.Schema.ConstraintAlreadyExists"},
    {ErrorDetail::ConstraintNotFound, "Neo.ClientError.Schema.ConstraintNotFound"},
    {ErrorDetail::ConstraintWithNameAlreadyExists,
     "Neo.ClientError.Schema.ConstraintWithNameAlreadyExists"},
    {ErrorDetail::IndexAlreadyExists, "Neo.ClientError.Schema.IndexAlreadyExists"},
    {ErrorDetail::IndexNotFound, "Neo.ClientError.Schema.IndexNotFound"},
    {ErrorDetail::IndexWithNameAlreadyExists, "Neo.ClientError.Schema.IndexWithNameAlreadyExists"},
};

std::string_view schema_code(ErrorDetail detail) {
    const auto* row = std::ranges::find(schema_rows, detail, &SchemaRow::detail);
    return row == std::end(schema_rows) ? "Neo.ClientError.Schema.InvalidDefinition" : row->code;
}

// Cypher's errors all are the client's, and so are limits; the rest is ours.
Status status_of(const Error& error) {
    switch (error.code()) {
    case ErrorCode::Syntax: return {400, "Neo.ClientError.Statement.SyntaxError"};
    case ErrorCode::Semantic: return {400, "Neo.ClientError.Statement.SemanticError"};
    case ErrorCode::Type: return {400, "Neo.ClientError.Statement.TypeError"};
    case ErrorCode::Argument: return {400, "Neo.ClientError.Statement.ArgumentError"};
    case ErrorCode::EntityNotFound: return {400, "Neo.ClientError.Statement.EntityNotFound"};
    case ErrorCode::Procedure:
        return {400, error.detail() == ErrorDetail::ProcedureNotFound
                         ? "Neo.ClientError.Procedure.ProcedureNotFound"
                         : "Neo.ClientError.Procedure.ProcedureCallFailed"};
    case ErrorCode::ParameterMissing: return {400, "Neo.ClientError.Statement.ParameterMissing"};
    case ErrorCode::ConstraintVerification:
    case ErrorCode::ConstraintValidation:
        return {400, "Neo.ClientError.Schema.ConstraintValidationFailed"};
    case ErrorCode::Schema: return {400, schema_code(error.detail())};
    case ErrorCode::Unsupported: return {400, "Neo.ClientError.Statement.UnsupportedOperation"};
    case ErrorCode::Limit: return {400, limit_code(error.detail())};
    case ErrorCode::Transaction: return transaction_status(error.detail());
    case ErrorCode::Input: return {400, "Neo.ClientError.Request.InvalidFormat"};
    case ErrorCode::Storage:
    case ErrorCode::Usage:
    case ErrorCode::Internal: break;
    }
    return {500, "Neo.DatabaseError.General.UnknownError"};
}

// Writes to the log what the client must not see.
ErrorAnswer keep_to_ourselves(std::string_view what) {
    const auto number = random_uuid();
    fmt::print(stderr, "Request {} failed: {}\n", number, what);
    return {500, "Neo.DatabaseError.General.UnknownError",
            fmt::format("The service failed; its log says more under {}", number)};
}

} // namespace

ErrorAnswer describe_error(const Error& error, std::string_view statement) {
    const auto [status, code] = status_of(error);
    if (status == 500) return keep_to_ourselves(error.what());
    const auto message = statement.empty() ? error.what() : query::render(error, statement);
    return {status, std::string{code}, message};
}

ErrorAnswer describe_exception(const std::exception_ptr& exception) {
    try {
        std::rethrow_exception(exception);
    } catch (const Error& error) {
        return describe_error(error, {});
    } catch (const std::exception& other) {
        return keep_to_ourselves(other.what());
    } catch (...) {
        return keep_to_ourselves("something that is no exception was thrown");
    }
}

void write_error(JsonWriter& writer, const ErrorAnswer& answer, const Error* tck) {
    writer.begin_object();
    writer.member("code", answer.code);
    writer.member("message", answer.message);
    if (tck != nullptr) {
        writer.key("tck");
        writer.begin_object();
        writer.member("type", name(tck->code()));
        writer.member("phase", tck->at_compile_time() ? "compile time" : "runtime");
        writer.member("detail", name(tck->detail()));
        writer.end_object();
    }
    writer.end_object();
}

std::string error_body(const ErrorAnswer& answer, const Error* tck) {
    JsonWriter writer;
    writer.begin_object();
    writer.key("errors");
    writer.begin_array();
    write_error(writer, answer, tck);
    writer.end_array();
    writer.end_object();
    return writer.take();
}

} // namespace lintas::server
