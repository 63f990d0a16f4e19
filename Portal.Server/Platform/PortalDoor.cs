using System.Diagnostics;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Portal.Shared;

namespace Portal.Server.Platform;

/// <summary>
/// The one way in: who -> may they -> is it well said -> not too often -> handle. Each request gets a scope of its own, because a circuit's scope lives for hours and is used by many at once.
/// </summary>
internal sealed class PortalDoor(IServiceScopeFactory scopes, WhoAsks who, RequestCatalog catalog, AskingLimits limits) : IPortal
{
    public async Task<Answer<T>> SendAsync<T>(IRequest<T> request, CancellationToken cancellationToken)
    {
        var principal = await who.PrincipalAsync();

        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var permissions = services.GetRequiredService<IPermissions>();
        var user = await permissions.WhoAsync(principal, cancellationToken);

        if (await RefusalOrNullAsync(request, user, permissions, cancellationToken) is { } refusal)
        {
            await RecordAsync(services, user, request.GetType(), refusal, cancellationToken);

            return refusal;
        }

        if (await FaultsOrNullAsync(services, request, cancellationToken) is { } faults)
        {
            return faults;
        }

        if (!limits.Allows(request.GetType(), user, who.Address))
        {
            return Refusals.TooOften;
        }

        try
        {
            return await Handling<T>.Of(request.GetType()).HandleAsync(services, request, user, cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Refusals.ChangedMeanwhile;
        }
        catch (DbUpdateException exception) when (exception.IsTaken())
        {
            return Refusals.JustTaken;
        }
    }

    private async Task<Refusal?> RefusalOrNullAsync<T>(IRequest<T> request, CurrentUser user, IPermissions permissions, CancellationToken cancellationToken)
    {
        var policy = catalog.PolicyOf(request.GetType());

        if (policy is not Policies.Anyone && user.Roles is Role.None)
        {
            return Refusals.NotSignedIn;
        }

        if (!user.Roles.Grant(policy))
        {
            return Refusals.NotAllowed;
        }

        return request is IConcerns { Concern: var concern } && !await permissions.ReachesAsync(user, concern, cancellationToken)
            ? Refusals.NotFound
            : null;
    }

    private static async Task<Refusal?> FaultsOrNullAsync<T>(IServiceProvider services, IRequest<T> request, CancellationToken cancellationToken)
    {
        if (services.GetService(typeof(IValidator<>).MakeGenericType(request.GetType())) is not IValidator validator)
        {
            return null;
        }

        var result = await validator.ValidateAsync(new ValidationContext<object>(request), cancellationToken);

        return result.IsValid ? null : Refusals.Malformed(result.Errors);
    }

    /// <summary>Refusals of authorization are on the record; somebody who is not signed in is a matter of the server's log.</summary>
    private static async Task RecordAsync(IServiceProvider services, CurrentUser user, Type request, Refusal refusal, CancellationToken cancellationToken)
    {
        if (user.Roles is Role.None)
        {
            return;
        }

        services.GetRequiredService<IAuditTrail>().Record(user, "platform.refused", request.Name, refusal.Type);
        await services.GetRequiredService<PortalDb>().SaveChangesAsync(cancellationToken);
    }

    /// <summary>Joins a request whose type is known only at run time to its handler.</summary>
    private abstract class Handling<T>
    {
        private static readonly System.Collections.Concurrent.ConcurrentDictionary<Type, Handling<T>> Known = new();

        public static Handling<T> Of(Type request) => Known.GetOrAdd(request, static type =>
            (Handling<T>?)Activator.CreateInstance(typeof(Typed<>).MakeGenericType(typeof(T), type)) ?? throw new UnreachableException());

        public abstract Task<Answer<T>> HandleAsync(IServiceProvider services, IRequest<T> request, CurrentUser user, CancellationToken cancellationToken);

        private sealed class Typed<TRequest> : Handling<T>
            where TRequest : IRequest<T>
        {
            public override Task<Answer<T>> HandleAsync(IServiceProvider services, IRequest<T> request, CurrentUser user, CancellationToken cancellationToken) =>
                services.GetRequiredService<IHandler<TRequest, T>>().HandleAsync((TRequest)request, user, cancellationToken);
        }
    }
}
