using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Portal.Shared;

namespace Portal.Server.Platform;

/// <summary>The HTTP door: it turns a route and a body into a request, and the answer into a status. It decides nothing.</summary>
internal static class HttpDoor
{
    public static async Task<IResult> AnswerAsync<T>(this IPortal portal, IRequest<T> request, CancellationToken cancellationToken, Func<T, IResult>? given = null) =>
        await portal.SendAsync(request, cancellationToken) switch
        {
            Answer<T>.Given(Nothing) => TypedResults.NoContent(),
            Answer<T>.Given(var value) => given?.Invoke(value) ?? TypedResults.Ok(value),
            Answer<T>.Refused(var refusal) => refusal.ToProblem(),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    public static ProblemHttpResult ToProblem(this Refusal refusal)
    {
        var problem = new ProblemDetails
        {
            Status = refusal.Kind.ToStatus(),
            Type = refusal.Type,
            Title = refusal.Title,
            Detail = refusal.Detail,
        };

        if (refusal.Faults.Count > 0)
        {
            problem.Extensions["errors"] = refusal.Faults;
        }

        return TypedResults.Problem(problem);
    }

    /// <summary>Says in the OpenAPI document which request the route makes of what it is given, and so what it answers and who may ask.</summary>
    public static RouteHandlerBuilder Asks<TRequest>(this RouteHandlerBuilder route, int status = StatusCodes.Status200OK)
        where TRequest : class
    {
        var answer = RequestCatalog.AnswerOf(typeof(TRequest));

        return answer == typeof(Nothing)
            ? route.Asked<TRequest>().Produces(StatusCodes.Status204NoContent)
            : route.Asked<TRequest>().Produces(status, answer);
    }

    /// <summary>The same for a route that answers with a file, in one of these media types.</summary>
    public static RouteHandlerBuilder AsksForFile<TRequest>(this RouteHandlerBuilder route, string mediaType, params string[] others)
        where TRequest : class => route.Asked<TRequest>().Produces<string>(StatusCodes.Status200OK, mediaType, others);

    private static RouteHandlerBuilder Asked<TRequest>(this RouteHandlerBuilder route) => route.WithMetadata(new AskedBy(typeof(TRequest)));

    private static int ToStatus(this RefusalKind kind) => kind switch
    {
        RefusalKind.Malformed => StatusCodes.Status400BadRequest,
        RefusalKind.NotSignedIn => StatusCodes.Status401Unauthorized,
        RefusalKind.NotAllowed => StatusCodes.Status403Forbidden,
        RefusalKind.NotFound => StatusCodes.Status404NotFound,
        RefusalKind.Conflict => StatusCodes.Status409Conflict,
        RefusalKind.ChangedMeanwhile => StatusCodes.Status412PreconditionFailed,
        RefusalKind.Unacceptable => StatusCodes.Status422UnprocessableEntity,
        RefusalKind.TooOften => StatusCodes.Status429TooManyRequests,
        RefusalKind.Upstream => StatusCodes.Status502BadGateway,
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}

/// <summary>What a route asks for, as its metadata: the request's type.</summary>
internal sealed record AskedBy(Type Request);
