using System.Collections.Frozen;
using Portal.Server.Gateway;

namespace Portal.Server.Connections;

/// <summary>What the states of Terraform that a connection was given name: addresses of resources by AWS's paths. Who owns an API owns its stages.</summary>
internal sealed class TerraformBook(IEnumerable<TerraformThing> things)
{
    private readonly FrozenDictionary<string, string> _addresses = things.DistinctBy(thing => thing.Path).ToFrozenDictionary(thing => thing.Path, thing => thing.Address, StringComparer.Ordinal);

    public static TerraformBook Empty { get; } = new([]);

    /// <param name="path">AWS's path to it: "restapis/abc/stages/prod".</param>
    public Ownership? Of(string path) => AddressOf(path) is { } address ? Owner(address) : null;

    /// <summary>Terraform, by the address of a resource.</summary>
    public static Ownership Owner(string address) => new(Ownership.Terraform, $"as {address}");

    private string? AddressOf(string path) =>
        _addresses.GetValueOrDefault(path) ?? (path.Split('/') is [var folder, var api, "stages", _] ? _addresses.GetValueOrDefault($"{folder}/{api}") : null);
}
