namespace Portal.Server.Gateway;

/// <summary>Tells who changed things in an account, as AWS wrote it down. It throws <see cref="GatewayRefusedException"/> where AWS does not tell.</summary>
internal interface IChangeWitness
{
    /// <summary>Changes of things by AWS's ids, as of an API, or of a usage plan and its keys, the latest first. What is younger than some minutes may not be there yet.</summary>
    Task<IReadOnlyList<WitnessedChange>> ChangesOfAsync(IReadOnlyCollection<string> awsIds, DateTimeOffset since, CancellationToken cancellationToken);
}

/// <param name="Operation">As in "PutIntegration".</param>
/// <param name="By">A user's or role's name.</param>
/// <param name="At">When.</param>
/// <param name="Parameters">What was asked, as JSON; empty where it is not known.</param>
internal sealed record WitnessedChange(string Operation, string By, DateTimeOffset At, string Parameters)
{
    /// <summary>Those of the ids that were asked for which it names.</summary>
    public IReadOnlyList<string> Of { get; init; } = [];
}

/// <summary>Finds who tells of a connection's account.</summary>
internal interface IWitnesses
{
    Task<IChangeWitness> OpenAsync(Guid connection, CancellationToken cancellationToken);
}
