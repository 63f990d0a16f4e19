using System.Diagnostics;
using System.Text.RegularExpressions;
using Portal.Shared;
using Portal.Tests.Platform;
using Portal.Tests.Stages;

namespace Portal.Tests.Sync;

/// <summary>The example script of docs/pipelines.md, run as a pipeline runs it: its exit codes are what the next step hangs on.</summary>
public sealed class PipelineScriptTests(PortalOnAPort portal) : IClassFixture<PortalOnAPort>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("portal-pipeline-").FullName;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_document_is_planned_applied_and_promoted()
    {
        var person = await portal.PersonAsync(Role.Admin);
        var api = await Catalog.Given.ApiAsync(person);
        await Pipeline.StageAsync(person, api);
        await Pipeline.StageAsync(person, api, "prod");
        var document = await FileAsync(Catalog.Given.Titled(api.Name).Replace("/pets:", "/animals:", StringComparison.Ordinal));

        var planned = await RunAsync(person, "plan", api.Name, "dev", document);
        Assert.Equal(2, planned.ExitCode);
        Assert.Contains("GET /animals", planned.Output, StringComparison.Ordinal);

        var applied = await RunAsync(person, "apply");
        Assert.True(applied.ExitCode is 0, applied.Output);
        Assert.Contains("as approved", applied.Output, StringComparison.Ordinal);

        Assert.Equal(0, (await RunAsync(person, "plan", api.Name, "dev", document)).ExitCode);
        Assert.Equal(2, (await RunAsync(person, "promote", api.Id.ToString(), "dev")).ExitCode);
        Assert.Equal(0, (await RunAsync(person, "apply")).ExitCode);
    }

    [Fact]
    public async Task A_refusal_is_said_in_the_portals_words()
    {
        var person = await portal.PersonAsync(Role.Publisher);
        var api = await Catalog.Given.ApiAsync(person);
        await Pipeline.StageAsync(person, api);

        var refused = await RunAsync(person, "plan", api.Name, "dev", await FileAsync("openapi: 3.0.1\ninfo: {title: x, version: '1'}\n"));

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("paths", refused.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_misses_an_argument_is_told_what_there_is()
    {
        var help = await RunAsync(await portal.PersonAsync(Role.Publisher));

        Assert.Equal(1, help.ExitCode);
        Assert.Matches(new Regex("plan +API STAGE FILE"), help.Output);
    }

    private async Task<string> FileAsync(string text)
    {
        var file = Path.Combine(_folder, "openapi.yaml");
        await File.WriteAllTextAsync(file, text, Cancelled);

        return file;
    }

    private async Task<(int ExitCode, string Output)> RunAsync(Person person, params string[] arguments)
    {
        Assert.SkipUnless(File.Exists("/bin/bash") && Array.Exists(["/usr/bin/jq", "/bin/jq", "/usr/local/bin/jq"], File.Exists), "The script needs bash, curl and jq.");

        ProcessStartInfo start = new("/bin/bash", [Path.Combine(Repository.Root, "docs", "examples", "portal.sh"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _folder,
            Environment = { ["PORTAL_URL"] = portal.ClientOptions.BaseAddress.ToString(), ["PORTAL_TOKEN"] = person.Http.DefaultRequestHeaders.Authorization!.Parameter },
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(Cancelled);
        var error = process.StandardError.ReadToEndAsync(Cancelled);
        await process.WaitForExitAsync(Cancelled);

        return (process.ExitCode, $"{await output}{await error}");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
