using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace Portal.Server.Platform;

/// <summary>What nobody expected is logged once and answered without details; what the framework found wrong with a request's form is the caller's to mend.</summary>
internal sealed partial class UnexpectedErrors(IProblemDetailsService problems, ILogger<UnexpectedErrors> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        // By now the request's path is that of the error page.
        PathString path = httpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path ?? httpContext.Request.Path;

        if (!path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var problem = exception switch
        {
            BadHttpRequestException bad => Malformed(bad),
            OperationCanceledException when httpContext.RequestAborted.IsCancellationRequested => new ProblemDetails { Status = StatusCodes.Status499ClientClosedRequest },
            _ => Unexpected(exception),
        };

        httpContext.Response.StatusCode = problem.Status!.Value;

        return await problems.TryWriteAsync(new ProblemDetailsContext { HttpContext = httpContext, ProblemDetails = problem });
    }

    private static ProblemDetails Malformed(BadHttpRequestException bad) => new()
    {
        Status = bad.StatusCode,
        Type = "urn:portal:platform:malformed",
        Title = "The request is not well formed.",
        Detail = bad.InnerException is System.Text.Json.JsonException { Path: { Length: > 0 } path } ? $"The body cannot be read at {path}." : bad.Message,
    };

    private ProblemDetails Unexpected(Exception exception)
    {
        LogUnexpected(exception);

        return new ProblemDetails
        {
            Status = StatusCodes.Status500InternalServerError,
            Type = "urn:portal:platform:unexpected",
            Title = "Something went wrong in the portal.",
            Detail = "It has been logged. Nothing was half done: what was asked for was not saved.",
        };
    }

    [LoggerMessage(EventId = 1001, Level = LogLevel.Error, Message = "An unexpected error")]
    private partial void LogUnexpected(Exception exception);
}
