using System.Security.Cryptography;
using System.Text;
using Portal.Server.Platform;

namespace Portal.Server.Audit;

/// <summary>
/// The keys that seal the trail: files KEY.pem (ECDSA, P-256) in a folder outside of the database. The newest signs; the others, whole or public, still prove what they signed.
/// The first is made when there is none.
/// </summary>
internal sealed class SealingKeys : IDisposable
{
    private readonly Dictionary<string, ECDsa> _keys = [];
    private readonly string _signing;

    private SealingKeys(IEnumerable<FileInfo> files)
    {
        _signing = "";

        foreach (var file in files.OrderBy(file => file.LastWriteTimeUtc).ThenBy(file => file.Name, StringComparer.Ordinal))
        {
            var (text, key) = (File.ReadAllText(file.FullName), ECDsa.Create());
            key.ImportFromPem(text);
            var id = IdOf(key);
            _keys[id] = key;

            if (text.Contains("PRIVATE KEY", StringComparison.Ordinal))
            {
                _signing = id;
            }
        }
    }

    /// <summary>The keys of a folder, which may all be public: enough to prove, not to sign.</summary>
    public static SealingKeys Of(string folder) => new(new DirectoryInfo(folder).EnumerateFiles("*.pem"));

    /// <summary>Setting "Audit:KeyFolder"; else a folder among the portal's data.</summary>
    public static string FolderOf(IConfiguration configuration, DataFolder data) => configuration["Audit:KeyFolder"] is { Length: > 0 } configured ? configured : data.File("audit-keys");

    /// <summary>The keys of the portal; makes the first one.</summary>
    public static SealingKeys OfPortal(IConfiguration configuration, DataFolder data)
    {
        var folder = FolderOf(configuration, data);
        Directory.CreateDirectory(folder);

        if (!Directory.EnumerateFiles(folder, "*.pem").Any())
        {
            Make(folder);
        }

        var keys = Of(folder);

        return keys._signing is not "" ? keys : throw new InvalidOperationException($"The folder '{folder}' (Audit:KeyFolder) holds no private key, so the audit trail cannot be sealed. Put the key back, or an empty folder in its place.");
    }

    /// <summary>The public part of each key, in PEM, by the key's id.</summary>
    public IReadOnlyDictionary<string, string> Public => _keys.ToDictionary(key => key.Key, key => key.Value.ExportSubjectPublicKeyInfoPem());

    public (string Key, string Signature) Sign(string hash) => (_signing, Convert.ToBase64String(_keys[_signing].SignData(Encoding.ASCII.GetBytes(hash), HashAlgorithmName.SHA256)));

    /// <summary>Whether a key of ours signed it, in the one way in which a signature is written.</summary>
    public bool IsOurs(SealedLine line)
    {
        var signature = new byte[128];

        return _keys.TryGetValue(line.Key, out var key)
            && Convert.TryFromBase64String(line.Signature, signature, out var length)
            && Convert.ToBase64String(signature.AsSpan(0, length)) == line.Signature
            && key.VerifyData(Encoding.ASCII.GetBytes(line.Hash), signature.AsSpan(0, length), HashAlgorithmName.SHA256);
    }

    public void Dispose()
    {
        foreach (var key in _keys.Values)
        {
            key.Dispose();
        }
    }

    /// <summary>The first 16 hex digits of the public key's SHA-256.</summary>
    private static string IdOf(ECDsa key) => Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()))[..16];

    private static void Make(string folder)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };

        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var file = new StreamWriter(Path.Combine(folder, $"{IdOf(key)}.pem"), Encoding.ASCII, options);
        file.Write(key.ExportPkcs8PrivateKeyPem());
    }
}
