namespace Portal.Server.Aws;

/// <summary>Settings "Aws": how API Gateway is reached, whatever the connection.</summary>
internal sealed record AwsSettings
{
    /// <summary>One endpoint for every connection instead of AWS's own: an emulator, for tests and drills.</summary>
    public Uri? ServiceUrl { get; init; }

    /// <summary>How long an answer to a read is waited for.</summary>
    public TimeSpan ReadTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long an answer to a write is waited for: PutRestApi takes its time with a document of some megabytes.</summary>
    public TimeSpan WriteTimeout { get; init; } = TimeSpan.FromSeconds(90);

    public static AwsSettings Of(IConfiguration configuration)
    {
        var settings = configuration.GetSection("Aws").Get<AwsSettings>() ?? new AwsSettings();

        return settings.ServiceUrl is null or { IsAbsoluteUri: true, Scheme: "http" or "https" }
            ? settings
            : throw new InvalidOperationException("Aws:ServiceUrl is not an address of the form http://HOST:PORT or https://HOST.");
    }
}
