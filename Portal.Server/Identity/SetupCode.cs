using System.Security.Cryptography;
using System.Text;
using Portal.Server.Platform;

namespace Portal.Server.Identity;

/// <summary>The one-time code without which nobody but the machine itself can make the first administrator. It lives in memory and changes with each start.</summary>
internal sealed partial class SetupCode(IHttpContextAccessor http, ILogger<SetupCode> logger)
{
    private readonly string _code = RandomNumberGenerator.GetString("ABCDEFGHJKLMNPQRSTUVWXYZ23456789", 10);

    /// <summary>Whether the call comes from elsewhere, directly or through a proxy.</summary>
    public bool IsNeeded => !http.HttpContext.IsFromThisMachine();

    public bool Accepts(string? code) => !IsNeeded
        || (code is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(code.Trim()), Encoding.UTF8.GetBytes(_code)));

    public void Announce() => LogCode(_code);

    [LoggerMessage(EventId = 2000, Level = LogLevel.Warning, Message = "The portal has no administrator yet. Open /setup in a browser. From another machine it asks for this one-time code: {Code}")]
    private partial void LogCode(string code);
}
