namespace Portal.Sandbox.Waf;

/// <summary>What a web ACL says of a call; whoever is blocked may get an answer that the ACL gives in place of the usual one.</summary>
internal sealed record Verdict(bool Blocks, CustomAnswer? Answer = null)
{
    public static Verdict Allow { get; } = new(false);
}

internal sealed record CustomAnswer(int Status, IReadOnlyList<(string Name, string Value)> Headers, string? ContentType, string Body);
