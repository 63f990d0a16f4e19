namespace Portal.Server.Platform;

/// <summary>Tells people's names, for rooms that know their ids only; Identity knows.</summary>
internal interface IPeopleNames
{
    /// <summary>A name for each id: the id itself where nobody has it any more.</summary>
    Task<IReadOnlyDictionary<Guid, string>> OfAsync(IReadOnlyCollection<Guid> people, CancellationToken cancellationToken);
}
