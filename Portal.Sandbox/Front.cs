using Portal.Sandbox.Admin;
using Portal.Sandbox.Execution;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox;

/// <summary>One port for everything: tells calls of deployed stages, the sandbox's own endpoints and AWS operations apart.</summary>
internal sealed partial class Front(DataPlane stages, AdminEndpoints own, Dispatcher operations, ILogger<Front> logger)
{
    public async Task HandleAsync(HttpContext context)
    {
        try
        {
            if ((StageAddress.Of(context) ?? stages.Named(context)) is { } address)
            {
                await stages.HandleAsync(context, address);
            }
            else if (context.Request.Path.StartsWithSegments(AdminEndpoints.Prefix))
            {
                await own.HandleAsync(context);
            }
            else
            {
                await operations.HandleAsync(context);
            }
        }
        catch (BadHttpRequestException exception) when (!context.Response.HasStarted)
        {
            await RefuseAsync(context, exception.StatusCode, exception.StatusCode is StatusCodes.Status413PayloadTooLarge ? "HTTP content length exceeded 10485760 bytes" : "Bad Request");
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller has gone; there is nobody to answer.
        }
#pragma warning disable CA1031 // The last line of defence: logged here, answered without details.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogUnexpected(context.Request.Method, context.Request.Path, exception);
            if (context.Response.HasStarted)
            {
                context.Abort();
                return;
            }

            await RefuseAsync(context, StatusCodes.Status500InternalServerError, "Internal server error");
        }
    }

    private static async Task RefuseAsync(HttpContext context, int status, string message)
    {
        context.Response.Clear();
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        context.Response.Headers["x-amzn-ErrorType"] = status < 500 ? "BadRequestException" : "InternalFailure";
        await context.Response.WriteAsync($$"""{"message":"{{message}}"}""");
    }

    [LoggerMessage(EventId = 9000, Level = LogLevel.Error, Message = "{Verb} {Path} failed unexpectedly")]
    private partial void LogUnexpected(string verb, string path, Exception exception);
}
