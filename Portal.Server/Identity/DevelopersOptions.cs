namespace Portal.Server.Identity;

/// <summary>Settings "Developers": who may become one.</summary>
internal sealed record DevelopersOptions
{
    public Registration Registration { get; init; } = Registration.Open;
}

internal enum Registration
{
    /// <summary>Whoever has a mail address; a developer sees what is published for developers, and nothing else.</summary>
    Open,

    /// <summary>Whom an administrator adds.</summary>
    Closed,
}
