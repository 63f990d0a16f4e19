using Portal.Sandbox.Access;
using Portal.Sandbox.Admin;
using Portal.Sandbox.CloudTrail;
using Portal.Sandbox.State;
using Portal.Sandbox.Wire.Protocols;

namespace Portal.Sandbox.Wire;

/// <summary>Takes a signed call past the door to its operation and writes the answer as AWS would, the faults of a drill included.</summary>
internal sealed partial class Dispatcher(IReadOnlyList<Operation> operations, World world, Doorkeeper door, Faults faults, CallLog calls, TimeProvider time, ILogger<Dispatcher> logger)
{
    private readonly Operation[] _operations = [.. operations.OrderBy(operation => operation.Rank)];

    private static AwsError InternalFailure => new(500, "InternalFailure", "We encountered an internal error. Please try again.");

    public async Task HandleAsync(HttpContext context)
    {
        var request = context.Request;
        if (CallScope.Of(request) is not { } scope)
        {
            await AnswerWriter.WriteAsync(context, Answer.Of(new(403, "MissingAuthenticationTokenException", "Missing Authentication Token")), NewRequestId());
            return;
        }

        var (sent, content) = await RequestContent.ReadAsync(context);
        var segments = RawPath.Segments(RawPath.Of(context));
        var protocol = Protocol.Of(request, scope.Service);
        var name = protocol.Operation(request, content);
        var operation = Array.Find(_operations, known => known.Service == scope.Service && (name is null ? known.Matches(request.Method, segments, request.Query) : known.Name == name));
        var turn = new Turn { Http = context, Scope = scope, Protocol = protocol, Segments = segments, Content = content, Time = time.GetUtcNow(), RequestId = NewRequestId() };
        if (operation is null)
        {
            turn.Answer = Unknown(context, scope, protocol, name);
        }
        else
        {
            Guarded(turn, operation, () => Admit(turn, operation, sent));
            turn.Struck = turn.Answer is null ? faults.Strike(operation.Name) : null;
            if (turn.Struck is { Kind: FaultKind.Delay } delayed)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(delayed.Milliseconds ?? 0), time, context.RequestAborted);
            }

            if (turn.Answer is null)
            {
                Guarded(turn, operation, () => Work(turn, operation));
            }

            if (turn.Answer?.Later is { } later)
            {
                turn.Answer = await later(context.RequestAborted);
            }

            Recorded(turn, operation);
        }

        Log(turn, operation);
        await EndAsync(turn);
    }

    private static string NewRequestId() => Guid.NewGuid().ToString();

    /// <summary>Ends the turn if the caller may not, or too often.</summary>
    private void Admit(Turn turn, Operation operation, byte[] sent)
    {
        AccessErrors errors = new(turn.Protocol);
        var request = turn.Http.Request;
        turn.Caller = door.Callers.Of(request, turn.Scope, sent, errors);
        turn.Scope = turn.Scope with { Account = turn.Caller.Account };
        var input = turn.Protocol.Input(turn.Content);
        WellFormed.Check(input);
        turn.Input = input;
        door.Quotas.Check(turn.Scope, operation, request.Query, turn.Input, turn.Protocol);
        door.Permissions.Check(turn.Caller, turn.Scope, operation, turn.Segments, turn.Input, request.Method, errors);
    }

    private void Work(Turn turn, Operation operation) => turn.Answer = turn.Struck?.Kind switch
    {
        null or FaultKind.Delay or FaultKind.TimeoutAfter or FaultKind.ResetAfter => Handled(turn, operation),
        FaultKind.TooManyRequests => throw Quotas.Refusal(turn.Protocol),
        FaultKind.InternalFailure => throw InternalFailure,
        _ => null,
    };

    private Answer Handled(Turn turn, Operation operation)
    {
        var region = world.Region(turn.Scope.Account, turn.Scope.Region);
        var call = new Call
        {
            Scope = turn.Scope,
            Caller = turn.Caller!,
            Region = region,
            Path = operation.Arguments(turn.Segments),
            Query = turn.Http.Request.Query,
            Accept = turn.Http.Request.Headers.Accept.ToString(),
            Content = turn.Input,
            Now = turn.Time,
            Operation = operation.Name,
            Protocol = turn.Protocol,
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

    /// <summary>Whatever is thrown becomes the answer.</summary>
    private void Guarded(Turn turn, Operation operation, Action act)
    {
        try
        {
            act();
        }
        catch (AwsError error)
        {
            turn.Refuse(error);
        }
#pragma warning disable CA1031 // The last line of defence: whatever a handler did not foresee is logged here and answered without details.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogUnexpected(operation.Name, exception);
            turn.Refuse(InternalFailure);
        }
    }

    private Answer Unknown(HttpContext context, CallScope scope, Protocol protocol, string? name)
    {
        LogUnknown(scope.Service, context.Request.Method, context.Request.Path, name ?? "");
        return protocol.Refused(new(404, "UnknownOperationException", $"The sandbox does not know this operation of {scope.Service}: {context.Request.Method} {context.Request.Path} {name}".TrimEnd()));
    }

    /// <summary>What cannot be told does not undo what was done.</summary>
    private void Recorded(Turn turn, Operation operation)
    {
        try
        {
            Record(turn, operation);
        }
#pragma warning disable CA1031 // Logged here; the call has its answer already.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogNotRecorded(operation.Name, exception);
        }
    }

    private void Record(Turn turn, Operation operation)
    {
        // Of whom nobody knows who it is, and of what was not done, there is no event.
        if (turn is not { Caller: { } caller, Answer: not null })
        {
            return;
        }

        var request = turn.Http.Request;
        Trail.Record(world.Region(turn.Scope.Account, turn.Scope.Region), new()
        {
            Operation = operation,
            Caller = caller,
            Time = turn.Time,
            IsRead = CallRecord.Reads(operation, request.Method),
            Path = operation.Arguments(turn.Segments),
            Query = request.Query,
            Input = turn.Input,
            Answer = turn.Answer,
            Error = turn.Error,
            RequestId = turn.RequestId,
            SourceAddress = turn.Http.Connection.RemoteIpAddress?.ToString() ?? "",
            UserAgent = request.Headers.UserAgent.ToString(),
        });
    }

    private void Log(Turn turn, Operation? operation) => calls.Add(new()
    {
        Time = time.GetUtcNow(),
        Account = turn.Scope.Account,
        Region = turn.Scope.Region,
        Service = turn.Scope.Service,
        Operation = operation?.Name ?? "(unknown)",
        Verb = turn.Http.Request.Method,
        Resource = turn.Http.Request.Path,
        Status = turn.Answer?.Status ?? 0,
        Fault = turn.Struck?.Kind,
        IsRead = operation is not null && CallRecord.Reads(operation, turn.Http.Request.Method),
    });

    private static async Task EndAsync(Turn turn)
    {
        var context = turn.Http;
        switch (turn.Struck?.Kind)
        {
            case FaultKind.TimeoutBefore or FaultKind.TimeoutAfter:
                await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                break;
            case FaultKind.ResetBefore or FaultKind.ResetAfter:
                context.Abort();
                break;
            default:
                await AnswerWriter.WriteAsync(context, turn.Answer!, turn.RequestId);
                break;
        }
    }

    [LoggerMessage(EventId = 9101, Level = LogLevel.Warning, Message = "Unknown operation of {Service}: {Verb} {Path} {Action}")]
    private partial void LogUnknown(string service, string verb, string path, string action);

    [LoggerMessage(EventId = 9103, Level = LogLevel.Error, Message = "{Operation} is not in the trail")]
    private partial void LogNotRecorded(string operation, Exception exception);

    [LoggerMessage(EventId = 9102, Level = LogLevel.Error, Message = "{Operation} failed unexpectedly")]
    private partial void LogUnexpected(string operation, Exception exception);
}
