namespace Portal.Shared;

/// <summary>What a new portal leads to, in the order of the story.</summary>
public enum FirstStep
{
    /// <summary>An API is in the catalog.</summary>
    Api,

    /// <summary>Something was deployed to a stage.</summary>
    Deploy,

    /// <summary>What one stage runs was brought to the next.</summary>
    Promote,

    /// <summary>A usage plan is in AWS.</summary>
    Plan,

    /// <summary>Developers see an API.</summary>
    Publish,

    /// <summary>A developer was given a key.</summary>
    Key,

    /// <summary>Calls were measured.</summary>
    Measure,

    /// <summary>The audit trail was proven.</summary>
    Prove,
}

/// <summary>Asks which of the first steps were made, by whomever, among what the asker reaches.</summary>
[Demands(Policies.ReadCatalog)]
public sealed record GetFirstSteps : IRequest<FirstSteps>;

/// <summary>How far a portal has come.</summary>
/// <param name="Steps">Those there are, in their order.</param>
/// <param name="Done">Those that were made.</param>
public sealed record FirstSteps(IReadOnlyList<FirstStep> Steps, IReadOnlyList<FirstStep> Done);
