using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Portal.Sandbox.ApiGateway.Methods;
using Portal.Sandbox.ApiGateway.Resources;
using Portal.Sandbox.ApiGateway.RestApis;
using Portal.Sandbox.ApiGateway.Stages;
using Portal.Sandbox.CloudWatch;

namespace Portal.Sandbox.Execution;

/// <summary>What all calls of one method on one stage have in common, worked out once: what limits and settings know it by, and what it counts into. One more is for calls of no method.</summary>
internal sealed class MethodOnStage
{
    // An entry is replaced whole whenever anything of its API changes, and what was worked out for it goes with it.
    private static readonly ConditionalWeakTable<ApiEntry, ConcurrentDictionary<Key, MethodOnStage>> Known = [];

    private MethodOnStage(Exchange exchange)
    {
        var (stage, resource, method) = (exchange.Stage, exchange.Resource, exchange.Method);
        StageKey = $"{exchange.Address.ApiId}/{stage.StageName}";
        if (resource is not null && method is not null)
        {
            MethodKey = $"{resource.Path}/{method.HttpMethod}";
            ResourceKey = $"{resource.Path}/*";
            Setting = MethodSettings.Of(stage, resource.Path, method.HttpMethod);
            HasOwnSetting = MethodSettings.IsOwn(stage, resource.Path, method.HttpMethod);
        }

        Series = new([.. CallSeries.Of(exchange.Entry, stage, resource, method, exchange.IsCanary).SelectMany(level => level.All)]);
    }

    /// <summary><c>api/stage</c></summary>
    public string StageKey { get; }

    /// <summary><c>/pets/GET</c></summary>
    public string MethodKey { get; } = "";

    /// <summary><c>/pets/*</c></summary>
    public string ResourceKey { get; } = "";

    /// <summary>The stage's setting that holds for the method.</summary>
    public MethodSetting? Setting { get; }

    /// <summary>Whether the method has a setting of its own, not only one that holds for many.</summary>
    public bool HasOwnSetting { get; }

    /// <summary>Those of <see cref="CallSeries.All"/> for each level, one level after the other.</summary>
    public SeriesSet Series { get; }

    public static MethodOnStage Of(Exchange exchange)
    {
        var known = Known.TryGetValue(exchange.Entry, out var found) ? found : Known.GetValue(exchange.Entry, static _ => new());
        Key key = new(exchange.Stage, exchange.Resource, exchange.Method, exchange.IsCanary);
        return known.TryGetValue(key, out var shared) ? shared : known.GetOrAdd(key, new MethodOnStage(exchange));
    }

    /// <summary>By identity: what is replaced is another.</summary>
    private readonly struct Key(Stage stage, Resource? resource, Method? method, bool isCanary) : IEquatable<Key>
    {
        private readonly Stage _stage = stage;
        private readonly Resource? _resource = resource;
        private readonly Method? _method = method;
        private readonly bool _isCanary = isCanary;

        public bool Equals(Key other) =>
            ReferenceEquals(_stage, other._stage) && ReferenceEquals(_resource, other._resource) && ReferenceEquals(_method, other._method) && _isCanary == other._isCanary;

        public override bool Equals(object? obj) => obj is Key other && Equals(other);

        public override int GetHashCode() => HashCode.Combine(RuntimeHelpers.GetHashCode(_stage), RuntimeHelpers.GetHashCode(_resource), RuntimeHelpers.GetHashCode(_method), _isCanary);
    }
}
