using System.IO.Compression;
using Portal.Sandbox.ApiGateway;
using Portal.Sandbox.State;

namespace Portal.Sandbox.Admin;

/// <summary>The whole state as one ZIP archive, laid out as its folder on the disk: a file an API, a plan, a key, and the databases of what was measured, logged and called.</summary>
internal static class StateArchive
{
    private const long Most = 4L * 1024 * 1024 * 1024;

    public static void Write(World world, Stream stream)
    {
        using ZipArchive archive = new(stream, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var region in world.Regions)
        {
            lock (region.Gate)
            {
                foreach (var kind in Files.All)
                {
                    foreach (var id in kind.Names(region))
                    {
                        if (kind.Writer(region, id) is { } write)
                        {
                            using var file = archive.CreateEntry($"{region.Account}/{region.Name}/{kind.Folder}/{id}.json", CompressionLevel.Fastest).Open();
                            write(file);
                        }
                    }
                }
            }

            foreach (var (name, kept) in region.Databases)
            {
                if (kept.Saved() is { } content)
                {
                    using var file = archive.CreateEntry($"{region.Account}/{region.Name}/{name}", CompressionLevel.Fastest).Open();
                    file.Write(content);
                }
            }
        }
    }

    /// <summary>Puts the archive in the place of what is there. Throws <see cref="InvalidDataException"/>, and changes nothing, if it is not one of these.</summary>
    public static void Read(World world, Stream stream)
    {
        try
        {
            using ZipArchive archive = new(stream, ZipArchiveMode.Read, leaveOpen: true);
            using World trial = new(ThrottleSettings.OfAccount, null, [], new Controls(new()), TimeProvider.System);
            Fill(trial, archive);
            world.Clear();
            Fill(world, archive);
        }
        catch (Exception exception) when (exception is not InvalidDataException and (System.Text.Json.JsonException or FormatException or ArgumentException or IndexOutOfRangeException or NullReferenceException or InvalidOperationException or NotSupportedException))
        {
            throw new InvalidDataException("The archive holds what no sandbox wrote.", exception);
        }
    }

    private static void Fill(World world, ZipArchive archive)
    {
        var left = Most;
        foreach (var entry in archive.Entries.Where(entry => entry.Name is not ""))
        {
            var content = Content(entry, ref left);
            switch (entry.FullName.Split('/'))
            {
                case [var account, var name, var folder, var file] when IsPlace(account, name) && Files.Of(folder) is { } kind && file.EndsWith(".json", StringComparison.Ordinal):
                    var region = world.Region(account, name);
                    lock (region.Gate)
                    {
                        var id = file[..^".json".Length];
                        kind.Load(region, id, content);
                        region.Unsaved[$"{folder}/{id}"] = true;
                    }

                    break;
                case [var account, var name, var database] when IsPlace(account, name) && world.Region(account, name).Databases.TryGetValue(database, out var kept):
                    kept.Restore(content);
                    break;
                default:
                    throw new InvalidDataException($"{entry.FullName} is no part of a sandbox.");
            }
        }
    }

    private static byte[] Content(ZipArchiveEntry entry, ref long left)
    {
        using var file = entry.Open();
        using MemoryStream content = new();
        var buffer = new byte[81_920];
        for (int read; (read = file.Read(buffer)) > 0; left -= read)
        {
            content.Write(buffer, 0, read);
            if (left < 0 || content.Length > int.MaxValue / 2)
            {
                throw new InvalidDataException("The archive is too large once unpacked.");
            }
        }

        return content.ToArray();
    }

    // They name folders.
    private static bool IsPlace(string account, string region) =>
        account.Length is 12 && account.All(char.IsAsciiDigit) && region.Length is > 0 and <= 32 && region.All(c => char.IsAsciiLetterOrDigit(c) || c is '-');
}
