using Microsoft.Extensions.Configuration;
using Portal.Server;
using Portal.Server.Audit;

namespace Portal.Tests.Audit;

/// <summary>The trail as a file, proven where the portal is not: with the public keys alone.</summary>
public sealed class ExportAuditTests : AuditTests
{
    [Fact]
    public async Task An_exported_trail_is_proven_by_public_keys()
    {
        var (file, head) = await ExportAsync();

        Assert.Equal(0, await VerifyAsync(file));
        Assert.Equal(0, await VerifyAsync(file, head));
    }

    [Fact]
    public async Task The_command_takes_a_file_by_its_whole_path()
    {
        var (file, head) = await ExportAsync();

        Assert.Equal(0, await PortalProgram.Main([VerifyCommand.Name, Path.GetFullPath(file), "--keys", Folder, "--head", head]));
    }

    [Fact]
    public async Task One_changed_byte_anywhere_is_found()
    {
        var (file, _) = await ExportAsync();
        var text = await File.ReadAllTextAsync(file, Cancelled);
        var at = text.IndexOf("Pets", StringComparison.Ordinal);
        await File.WriteAllTextAsync(file, $"{text[..at]}p{text[(at + 1)..]}", Cancelled);

        Assert.Equal(1, await VerifyAsync(file));
    }

    [Fact]
    public async Task A_file_without_its_end_lacks_the_head()
    {
        var (file, head) = await ExportAsync();
        await File.WriteAllLinesAsync(file, (await File.ReadAllLinesAsync(file, Cancelled))[..^1], Cancelled);

        Assert.Equal(1, await VerifyAsync(file, head));
    }

    [Fact]
    public async Task Without_keys_or_file_nothing_is_proven()
    {
        var (file, _) = await ExportAsync();
        var empty = Directory.CreateTempSubdirectory("portal-audit-").FullName;

        Assert.Equal(2, await VerifyCommand.RunAsync([file], Options(("keys", empty)), Cancelled));
        Assert.Equal(2, await VerifyCommand.RunAsync([], Options(), Cancelled));
    }

    private string Folder => Directory.CreateDirectory(Path.Combine(Portal.Folder, "taken-away")).FullName;

    private async Task<(string File, string Head)> ExportAsync()
    {
        var head = (await VerifyAsync()).Head!;
        var keys = await Auditor.Http.GetAsync<Shared.Audit.AuditKeys>("/api/v1/audit/keys");

        foreach (var (id, pem) in keys.Keys)
        {
            Assert.DoesNotContain("PRIVATE", pem, StringComparison.Ordinal);
            await File.WriteAllTextAsync(Path.Combine(Folder, $"{id}.pem"), pem, Cancelled);
        }

        var file = Path.Combine(Folder, "trail.jsonl");
        await File.WriteAllTextAsync(file, await Auditor.Http.GetStringAsync("/api/v1/audit/export", Cancelled), Cancelled);

        return (file, head);
    }

    private Task<int> VerifyAsync(string file, string? head = null) => VerifyCommand.RunAsync([file], Options(("keys", Folder), ("head", head)), Cancelled);

    private static IConfiguration Options(params (string Key, string? Value)[] options) =>
        new ConfigurationBuilder().AddInMemoryCollection(options.Where(option => option.Value is not null).Select(option => KeyValuePair.Create(option.Key, option.Value))).Build();
}
