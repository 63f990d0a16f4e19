using Portal.Server.Platform;

namespace Portal.Server.Audit;

/// <summary>
/// "verify-audit FILE [--keys FOLDER] [--head NUMBER:HASH]": proves an exported trail without the portal, its database or a network.
/// Exit code 0 where it is whole, 1 where it is not, 2 where it could not be proven.
/// </summary>
internal static class VerifyCommand
{
    public const string Name = "verify-audit";

    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, IConfiguration options, CancellationToken cancellationToken)
    {
        if (arguments is not [var file, ..] || !File.Exists(file))
        {
            return await FailAsync("Say which file: verify-audit FILE [--keys FOLDER] [--head NUMBER:HASH]");
        }

        var folder = options["keys"] ?? SealingKeys.FolderOf(options, new DataFolder(options));

        if (!Directory.Exists(folder) || !Directory.EnumerateFiles(folder, "*.pem").Any())
        {
            return await FailAsync($"There are no keys in '{folder}'. Give the folder with the portal's public keys (*.pem): --keys FOLDER");
        }

        if (options["head"] is { } text && VerifyAuditHandler.HeadOrNull(text) is null)
        {
            return await FailAsync("A head is NUMBER:HASH.");
        }

        using var keys = SealingKeys.Of(folder);
        await using var trail = File.OpenRead(file);
        var finding = await new TrailCheck(keys, VerifyAuditHandler.HeadOrNull(options["head"])).RunAsync(TrailFile.ReadAsync(trail), cancellationToken);

        await Console.Out.WriteLineAsync(finding switch
        {
            { FirstBad: { } bad } => $"NOT WHOLE. The first bad line is {bad}: {finding.Why}",
            { Last: null } => "The file holds no lines.",
            { Last: var last } => $"Whole: {finding.Lines} lines. Head: {last.Number}:{last.Hash}",
        });

        return finding switch { { FirstBad: not null } => 1, { Last: null } => 2, _ => 0 };
    }

    private static async Task<int> FailAsync(string sentence)
    {
        await Console.Error.WriteLineAsync(sentence);

        return 2;
    }
}
