using Portal.Shared;

namespace Portal.Tests.Client.Ui;

internal static class RefusalTo
{
    public static Refusal Wait() => new() { Kind = RefusalKind.Conflict, Type = "urn:portal:tests:not-now", Title = "Not now.", Detail = "Come back later." };

    /// <summary>A refusal with one fault for each field named.</summary>
    public static Refusal Take(params (string Field, string Fault)[] faults) => new()
    {
        Kind = RefusalKind.Malformed,
        Type = "urn:portal:platform:malformed",
        Title = "Something is missing.",
        Detail = "",
        Faults = faults.ToDictionary(fault => fault.Field, IReadOnlyList<string> (fault) => [fault.Fault]),
    };
}
