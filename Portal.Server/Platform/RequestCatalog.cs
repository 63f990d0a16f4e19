using System.Reflection;
using Portal.Shared;

namespace Portal.Server.Platform;

/// <summary>Every request there is, with the policy that it demands. Made at start, so that a request without a policy or a handler fails the start and not a user.</summary>
internal sealed class RequestCatalog
{
    private readonly Dictionary<Type, string> _policies = [];
    private readonly Dictionary<Type, int> _limits = [];

    private RequestCatalog()
    {
    }

    public IReadOnlyCollection<Type> Requests => _policies.Keys;

    public string PolicyOf(Type request) => _policies[request];

    /// <summary>How often a minute it may be asked by one person; null where that is not limited.</summary>
    public int? LimitOf(Type request) => _limits.TryGetValue(request, out var limit) ? limit : null;

    public static RequestCatalog Of(Assembly words)
    {
        var catalog = new RequestCatalog();

        foreach (var request in words.GetTypes().Where(type => AnswerOf(type) is not null))
        {
            var demands = request.GetCustomAttribute<DemandsAttribute>()
                ?? throw new InvalidOperationException($"{request.Name} does not say which policy it demands: add [Demands(Policies....)].");

            catalog._policies.Add(request, demands.Policy);

            if (request.GetCustomAttribute<LimitedAttribute>() is { } limited)
            {
                catalog._limits.Add(request, limited.PerMinute);
            }
        }

        return catalog;
    }

    public static Type? AnswerOf(Type request) => request.GetInterfaces()
        .FirstOrDefault(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IRequest<>))?
        .GenericTypeArguments[0];
}
