using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Portal.Server.Platform;

/// <summary>What must say its kind, and does not, is a fault of who wrote it: without this the reader takes it for a fault of ours.</summary>
internal static class ClosedFamilies
{
    public static void DemandKind(JsonTypeInfo type)
    {
        if (type is { Kind: JsonTypeInfoKind.Object, PolymorphismOptions: { } family, Type.IsAbstract: true })
        {
            type.CreateObject = () => throw new JsonException($"Its kind is missing: '{family.TypeDiscriminatorPropertyName}' is one of {string.Join(", ", family.DerivedTypes.Select(derived => derived.TypeDiscriminator))}.");
        }
    }
}
