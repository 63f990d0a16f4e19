using Portal.Sandbox.Admin;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.Access;

/// <summary>Tells who calls, from the access key and, for temporary credentials, their token; and, where signatures are checked, that it is so.</summary>
internal sealed class Callers(Controls controls, Sessions sessions, TimeProvider time)
{
    private const string TokenHeader = "X-Amz-Security-Token";

    public Sessions Sessions => sessions;

    public Caller Of(HttpRequest request, CallScope scope, byte[] body, AccessErrors errors)
    {
        var settings = controls.Settings;
        var token = request.Headers[TokenHeader].ToString() is { Length: > 0 } header ? header : request.Query[TokenHeader].ToString();
        var session = sessions.Read(token);
        if (session is not null && (session.AccessKeyId != scope.AccessKeyId || session.Until <= time.GetUtcNow().ToUnixTimeSeconds()))
        {
            throw session.AccessKeyId != scope.AccessKeyId ? errors.UnknownKey : errors.Expired;
        }

        var known = settings.Callers.FirstOrDefault(caller => caller.AccessKeyId == scope.AccessKeyId);
        if (settings.VerifySignatures)
        {
            // Of anybody else's tokens nothing is known.
            var secret = session is not null ? sessions.Secret(session.AccessKeyId) : token is "" ? known?.SecretAccessKey : null;
            Signature.Check(request, scope, secret ?? throw errors.UnknownKey, body, errors);
        }

        return session is not null
            ? new Caller.AssumedRole(session.AccessKeyId, session.Account, session.Role, session.Name, DateTimeOffset.FromUnixTimeSeconds(session.Since))
            : new Caller.User(scope.AccessKeyId, known?.Account ?? CallScope.DefaultAccount, known?.UserName ?? "sandbox");
    }
}
