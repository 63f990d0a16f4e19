namespace Portal.Sandbox.Execution;

/// <summary>What stands around deployed stages.</summary>
/// <param name="Lambdas">The URL that stands for a function, by ARN.</param>
/// <param name="TokenKeys">The file or URL of an issuer's JSON Web Key Set, by issuer.</param>
internal sealed record DataPlaneSettings(IReadOnlyDictionary<string, Uri> Lambdas, IReadOnlyDictionary<string, string> TokenKeys);
