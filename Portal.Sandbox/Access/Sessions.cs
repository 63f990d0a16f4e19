using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;

namespace Portal.Sandbox.Access;

/// <summary>
/// Temporary credentials. Nothing of them is kept: the token says which role, as what and until when, sealed by a secret of this sandbox,
/// from which the session's own secret is derived; so they outlive a restart.
/// </summary>
internal sealed class Sessions(byte[] seal)
{
    private const string Mark = "sandbox.";
    private const string File = "session.key";

    /// <summary>With the secret that the folder keeps, made when there is none; in memory without a folder.</summary>
    public static Sessions Of(string? folder)
    {
        if (folder is null)
        {
            return new(RandomNumberGenerator.GetBytes(32));
        }

        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, File);
        if (!System.IO.File.Exists(file))
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using var stream = new FileStream(file, options);
            stream.Write(RandomNumberGenerator.GetBytes(32));
        }

        return new(System.IO.File.ReadAllBytes(file));
    }

    public (string AccessKeyId, string Secret, string Token) Begin(string account, string role, string sessionName, string? policy, DateTimeOffset now, DateTimeOffset until)
    {
        var key = $"ASIA{Caller.Base32(RandomNumberGenerator.GetBytes(16), 16)}";
        var said = JsonSerializer.SerializeToUtf8Bytes(new(key, account, role, sessionName, now.ToUnixTimeSeconds(), until.ToUnixTimeSeconds(), policy), SessionJson.Default.Session);
        return (key, Secret(key), $"{Mark}{Base64Url.EncodeToString(said)}.{Base64Url.EncodeToString(HMACSHA256.HashData(seal, said))}");
    }

    public string Secret(string accessKeyId) => Convert.ToBase64String(HMACSHA256.HashData(seal, System.Text.Encoding.UTF8.GetBytes($"secret {accessKeyId}")))[..40];

    /// <summary>What a token says; null for one that is not of this sandbox.</summary>
    public Session? Read(string token)
    {
        if (!token.StartsWith(Mark, StringComparison.Ordinal) || token.Split('.') is not [_, var said, var proof] || !Base64Url.IsValid(said) || !Base64Url.IsValid(proof))
        {
            return null;
        }

        var bytes = Base64Url.DecodeFromChars(said);
        return CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(seal, bytes), Base64Url.DecodeFromChars(proof)) ? JsonSerializer.Deserialize(bytes, SessionJson.Default.Session) : null;
    }
}

/// <summary>What a token says, times in seconds since 1970.</summary>
internal sealed record Session(string AccessKeyId, string Account, string Role, string Name, long Since, long Until, string? Policy);
