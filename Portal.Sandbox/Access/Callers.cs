using Portal.Sandbox.Admin;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.Access;

/// <summary>Tells who calls, from the access key and, for temporary credentials, their token; and, where signatures are checked, that it is so.</summary>
internal sealed class Callers(Controls controls, Sessions sessions, TimeProvider time)
{
    private const string TokenHeader = "X-Amz-Security-Token";

    /// <summary>Whether only those get in whose signature is right.</summary>
    public bool AreVerified => controls.Settings.VerifySignatures;

    public Caller Of(HttpRequest request, CallScope scope, byte[] body, AccessErrors errors)
    {
        var (caller, secret, hasExpired) = Claimed(scope.AccessKeyId, request) ?? throw errors.UnknownKey;
        if (hasExpired)
        {
            throw errors.Expired;
        }

        if (AreVerified)
        {
            Signature.Check(request, scope, secret ?? throw errors.UnknownKey, body, errors);
        }

        return caller;
    }

    /// <summary>Who a request says it comes from, and what it must have signed with, where that is known; null where its token is another key's.</summary>
    public (Caller Caller, string? Secret, bool HasExpired)? Claimed(string accessKeyId, HttpRequest request)
    {
        var token = request.Headers[TokenHeader].ToString() is { Length: > 0 } header ? header : request.Query[TokenHeader].ToString();
        if (sessions.Read(token) is { } session)
        {
            Caller.AssumedRole role = new(session.AccessKeyId, session.Account, session.Role, session.Name, DateTimeOffset.FromUnixTimeSeconds(session.Since)) { Policy = session.Policy };
            return session.AccessKeyId == accessKeyId ? (role, sessions.Secret(accessKeyId), session.Until <= time.GetUtcNow().ToUnixTimeSeconds()) : null;
        }

        var known = controls.Settings.Callers.FirstOrDefault(caller => caller.AccessKeyId == accessKeyId);
        // Of anybody else's tokens nothing is known.
        return (new Caller.User(accessKeyId, known?.Account ?? CallScope.DefaultAccount, known?.UserName ?? "sandbox"), token is "" ? known?.SecretAccessKey : null, false);
    }
}
