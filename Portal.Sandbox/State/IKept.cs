namespace Portal.Sandbox.State;

/// <summary>What a Region keeps in a database of its own, whole.</summary>
internal interface IKept : IDisposable
{
    /// <summary>The database as a file's content; null when there is none.</summary>
    byte[]? Saved();

    /// <summary>Puts another database in its place. Throws <see cref="InvalidDataException"/> if it is none.</summary>
    void Restore(byte[] content);
}
