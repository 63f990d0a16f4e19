using Portal.Sandbox.Admin;
using Portal.Sandbox.State;
using Portal.Sandbox.Wire.Protocols;

namespace Portal.Sandbox.Wire;

/// <summary>Takes a signed call to its operation and writes the answer as AWS would, the faults of a drill included.</summary>
internal sealed partial class Dispatcher(IReadOnlyList<Operation> operations, World world, Faults faults, CallLog calls, TimeProvider time, ILogger<Dispatcher> logger)
{
    private readonly Operation[] _operations = [.. operations.OrderBy(operation => operation.Rank)];

    public async Task HandleAsync(HttpContext context)
    {
        var request = context.Request;
        if (CallScope.Of(request) is not { } scope)
        {
            await WriteAsync(context, Answer.Of(new(403, "MissingAuthenticationTokenException", "Missing Authentication Token")));
            return;
        }

        var content = await RequestContent.ReadAsync(context);
        var segments = RawPath.Segments(RawPath.Of(context));
        var protocol = Protocol.Of(request);
        var name = protocol.Operation(request, content);
        var operation = Array.Find(_operations, known => known.Service == scope.Service && (name is null ? known.Matches(request.Method, segments, request.Query) : known.Name == name));
        var fault = operation is null ? null : faults.Strike(operation.Name);
        var answer = fault switch
        {
            _ when operation is null => Unknown(context, scope, protocol, name),
            null or FaultKind.TimeoutAfter or FaultKind.ResetAfter => Answered(operation, scope, protocol, segments, request.Query, content),
            FaultKind.TooManyRequests => protocol.Refused(name is null ? new(429, "TooManyRequestsException", "Too Many Requests") : new(400, "ThrottlingException", "Rate exceeded") { QueryCode = "Throttling" }),
            FaultKind.InternalFailure => protocol.Refused(InternalFailure),
            _ => null,
        };
        calls.Add(new()
        {
            Time = time.GetUtcNow(),
            Account = scope.Account,
            Region = scope.Region,
            Service = scope.Service,
            Operation = operation?.Name ?? "(unknown)",
            Verb = request.Method,
            Resource = request.Path,
            Status = answer?.Status ?? 0,
            Fault = fault,
        });
        await EndAsync(context, fault, answer);
    }

    private static AwsError InternalFailure => new(500, "InternalFailure", "We encountered an internal error. Please try again.");

    private Answer Answered(Operation operation, CallScope scope, Protocol protocol, string[] segments, IQueryCollection query, byte[] content)
    {
        try
        {
            var region = world.Region(scope.Account, scope.Region);
            var call = new Call
            {
                Scope = scope,
                Region = region,
                Path = operation.Arguments(segments),
                Query = query,
                Content = protocol.Input(content),
                Now = time.GetUtcNow(),
                Operation = operation.Name,
                Protocol = protocol,
                Input = $"{char.ToLowerInvariant(operation.Name[0])}{operation.Name[1..]}Input",
            };
            if (!operation.Alone)
            {
                return operation.Handle(call);
            }

            lock (region.Gate)
            {
                return operation.Handle(call);
            }
        }
        catch (AwsError error)
        {
            return protocol.Refused(error);
        }
#pragma warning disable CA1031 // The last line of defence: whatever a handler did not foresee is logged here and answered without details.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogUnexpected(operation.Name, exception);
            return protocol.Refused(InternalFailure);
        }
    }

    private Answer Unknown(HttpContext context, CallScope scope, Protocol protocol, string? name)
    {
        LogUnknown(scope.Service, context.Request.Method, context.Request.Path, name ?? "");
        return protocol.Refused(new(404, "UnknownOperationException", $"The sandbox does not know this operation of {scope.Service}: {context.Request.Method} {context.Request.Path} {name}".TrimEnd()));
    }

    private static async Task EndAsync(HttpContext context, FaultKind? fault, Answer? answer)
    {
        switch (fault)
        {
            case FaultKind.TimeoutBefore or FaultKind.TimeoutAfter:
                await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                break;
            case FaultKind.ResetBefore or FaultKind.ResetAfter:
                context.Abort();
                break;
            default:
                await WriteAsync(context, answer!);
                break;
        }
    }

    private static async Task WriteAsync(HttpContext context, Answer answer)
    {
        var response = context.Response;
        response.StatusCode = answer.Status;
        response.Headers["x-amzn-RequestId"] = Guid.NewGuid().ToString();
        foreach (var (name, value) in answer.Headers)
        {
            response.Headers[name] = value;
        }

        if (answer.ErrorType is { } type)
        {
            response.Headers["x-amzn-ErrorType"] = type;
            if (answer.Status is 429)
            {
                response.Headers.RetryAfter = "1";
            }
        }

        if (answer.Status is not 204)
        {
            response.ContentType = answer.ContentType;
            response.ContentLength = answer.Content.Length;
            await response.Body.WriteAsync(answer.Content, context.RequestAborted);
        }
    }

    [LoggerMessage(EventId = 9101, Level = LogLevel.Warning, Message = "Unknown operation of {Service}: {Verb} {Path} {Action}")]
    private partial void LogUnknown(string service, string verb, string path, string action);

    [LoggerMessage(EventId = 9102, Level = LogLevel.Error, Message = "{Operation} failed unexpectedly")]
    private partial void LogUnexpected(string operation, Exception exception);
}
