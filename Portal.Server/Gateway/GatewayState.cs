namespace Portal.Server.Gateway;

/// <summary>A gateway, or the part of it that is looked at: how it should be, or how it is.</summary>
internal sealed class GatewayState(IEnumerable<Spec> specs)
{
    private readonly Dictionary<Address, Spec> _specs = specs.ToDictionary(spec => spec.Address);

    public static GatewayState Empty { get; } = new([]);

    public IReadOnlyCollection<Spec> Specs => _specs.Values;

    /// <summary>With these in place of what has their addresses.</summary>
    public GatewayState With(GatewayState others) => new([.. Specs.Where(spec => others.Find(spec.Address) is null), .. others.Specs]);

    public GatewayState Without(IReadOnlyCollection<Address> gone) => new(Specs.Where(spec => !gone.Contains(spec.Address)));

    public Spec? Find(Address address) => _specs.GetValueOrDefault(address);
}
