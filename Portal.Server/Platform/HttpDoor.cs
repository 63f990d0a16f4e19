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

    /// <summary>Says in the OpenAPI document what the route answers.</summary>
    public static RouteHandlerBuilder Answers<T>(this RouteHandlerBuilder route, int status = StatusCodes.Status200OK)
    {
        if (typeof(T) == typeof(Nothing))
        {
            route.Produces(StatusCodes.Status204NoContent);
        }
        else
        {
            route.Produces<T>(status);
        }

        return route
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);
    }

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
