using System.Diagnostics;
using System.Text.RegularExpressions;
using Portal.Shared;
using Portal.Tests.Connections;
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
    public async Task Everything_out_of_step_is_planned_and_applied_as_one()
    {
        var person = await portal.PersonAsync(Role.Publisher);
        var (one, two) = (await Catalog.Given.ApiAsync(person), await Catalog.Given.ApiAsync(person));
        await Pipeline.StageAsync(person, one);
        await Pipeline.StageAsync(person, two);

        var planned = await RunAsync(person, "plan", "--all", "Sandbox");
        Assert.True(planned.ExitCode is 2, planned.Output);
        Assert.Contains($"| dev of {one.Name} | Proposed |", planned.Output, StringComparison.Ordinal);
        Assert.Contains($"Creates the API", planned.Output, StringComparison.Ordinal);

        var applied = await RunAsync(person, "apply");
        Assert.True(applied.ExitCode is 0, applied.Output);
        Assert.Contains($"| dev of {two.Name} | Done |", applied.Output, StringComparison.Ordinal);

        var again = await RunAsync(person, "plan", "--all");
        Assert.Equal((0, "Everything is in step.\n"), (again.ExitCode, again.Output));
    }

    [Fact]
    public async Task Drift_is_found_and_its_absence_too()
    {
        var person = await portal.PersonAsync(Role.Publisher);
        var api = await Catalog.Given.ApiAsync(person);
        await Pipeline.DeployAsync(person, await Pipeline.StageAsync(person, api));
        var clean = await RunAsync(person, "drift");
        Assert.True(clean.ExitCode is 0, clean.Output);

        await using var account = await ForeignAccount.OfAsync(portal);
        var made = (await account.Aws.Reading.GetRestApisAsync(new() { Limit = 500 }, Cancelled)).Items.Single(item => item.Tags?.GetValueOrDefault("portal:id") == api.Id.ToString());
        await account.Aws.Writing.UpdateRestApiAsync(new() { RestApiId = made.Id, PatchOperations = [new() { Op = "replace", Path = "/description", Value = "By hand" }] }, Cancelled);

        var found = await RunAsync(person, "drift", "Sandbox");
        Assert.True(found.ExitCode is 2, found.Output);
        Assert.Contains("By hand", found.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_account_holds_is_imported()
    {
        var admin = await portal.PersonAsync(Role.Admin);
        await using var account = await ForeignAccount.OfAsync(portal);
        await account.MakeApiAsync("Found by a script", RoundTripTests.TextOf("mock"));

        var previewed = await RunAsync(admin, "import", "Sandbox");
        Assert.True(previewed.ExitCode is 2, previewed.Output);
        Assert.Contains("- API Found by a script", previewed.Output, StringComparison.Ordinal);

        var imported = await RunAsync(admin, "import", "Sandbox", admin.Team.ToString());
        Assert.True(imported.ExitCode is 0, imported.Output);
        Assert.Contains("- API Found by a script: New", imported.Output, StringComparison.Ordinal);
        Assert.Equal(0, (await RunAsync(admin, "import", "Sandbox")).ExitCode);
    }

    [Fact]
    public async Task What_Terraform_owns_is_told_without_its_secrets()
    {
        var admin = await portal.PersonAsync(Role.Admin);
        await using var account = await ForeignAccount.OfAsync(portal);
        var api = await account.MakeApiAsync("Terraform's by a script", RoundTripTests.TextOf("mock"));
        (string?, string, string, Dictionary<string, object?>)[] resources = [("module.shop", "aws_api_gateway_rest_api", "it", new() { ["id"] = api }), (null, "aws_db_instance", "it", [])];

        foreach (var state in new[] { TerraformStates.Of(resources), TerraformStates.Shown(resources) })
        {
            var given = await RunAsync(admin, "terraform", "Sandbox", "by a script", await FileAsync(state));
            Assert.True(given.ExitCode is 0, given.Output);
            Assert.Contains("by a script names 1 things", given.Output, StringComparison.Ordinal);
        }

        Assert.Equal("Terraform (as module.shop.aws_api_gateway_rest_api.it)", (await ImportAccountTests.PreviewAsync(admin, account)).RestApis.Single(found => found.AwsId == api).OwnedBy);
        Assert.Equal(1, (await RunAsync(admin, "terraform", "Sandbox", "broken", await FileAsync("{"))).ExitCode);
        var plan = await RunAsync(admin, "terraform", "Sandbox", "a plan", await FileAsync("""{"format_version":"1.2","planned_values":{},"prior_state":{}}"""));
        Assert.True(plan.ExitCode is 1 && plan.Output.Contains("a plan", StringComparison.Ordinal), plan.Output);
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
