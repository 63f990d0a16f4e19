namespace Portal.Sandbox.Execution.Caching;

/// <summary>An answer as it went out, for those who ask the same within its time.</summary>
internal sealed record CachedAnswer(int Status, IReadOnlyList<(string Name, string?[] Values)> Headers, byte[] Body);
