using Portal.Sandbox.ApiGateway;

namespace Portal.Sandbox;

/// <summary>How a sandbox is started.</summary>
public sealed record SandboxOptions
{
    /// <summary>The loopback port; 0 for any free one.</summary>
    public int Port { get; init; } = 4566;

    /// <summary>Whether the next free port is taken if <see cref="Port"/> is in use; else starting fails.</summary>
    public bool TakeNextFreePort { get; init; } = true;

    /// <summary>Where to listen; loopback only unless told otherwise, because the sandbox lets everyone in.</summary>
    public string Host { get; init; } = "127.0.0.1";

    /// <summary>The folder in which state survives a restart; null keeps it in memory only.</summary>
    public string? DataFolder { get; init; }

    /// <summary>Requests a second that all stages of an account may serve in a Region; AWS's default in most.</summary>
    public double AccountRateLimit { get; init; } = ThrottleSettings.OfAccount.RateLimit;

    public int AccountBurstLimit { get; init; } = ThrottleSettings.OfAccount.BurstLimit;

    /// <summary>Log groups of the usual account that are there from the start, and after it was emptied, by Region: a program that hosts the sandbox need not make them.</summary>
    public IReadOnlyList<(string Region, string Name)> LogGroups { get; init; } = [];

    /// <summary>How strict it is from the start; <c>POST /_sandbox/settings</c> changes it.</summary>
    public SandboxSettings Settings { get; init; } = new();

    /// <summary>The URL that stands for a Lambda function, by ARN: it takes events by POST and answers with results.</summary>
    public IReadOnlyDictionary<string, Uri> Lambdas { get; init; } = new Dictionary<string, Uri>();

    /// <summary>The file or URL of an issuer's JSON Web Key Set, by issuer: for authorizers that check tokens.</summary>
    public IReadOnlyDictionary<string, string> TokenKeys { get; init; } = new Dictionary<string, string>();

    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
