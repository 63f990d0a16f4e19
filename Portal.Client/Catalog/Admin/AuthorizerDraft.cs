using System.Diagnostics;
using System.Globalization;
using Portal.Shared.Catalog;

namespace Portal.Client.Catalog.Admin;

/// <summary>What can be asked whether a call may pass.</summary>
public enum AuthorizerKind
{
    Token,
    Request,
    Cognito,
    Jwt,
    HttpRequest,
}

/// <summary>What is typed about an authorizer, of any kind: changing the kind and back loses nothing. Lists are typed a line each.</summary>
public sealed class AuthorizerDraft
{
    public string? Name { get; set; } = "";

    public AuthorizerKind Kind { get; set; }

    public string? Function { get; set; } = "";

    public string? Header { get; set; } = "Authorization";

    public string? IdentitySources { get; set; } = "method.request.header.Authorization";

    public string? UserPools { get; set; } = "";

    public string? ValidationExpression { get; set; } = "";

    public string? Issuer { get; set; } = "";

    public string? Audience { get; set; } = "";

    public string? IdentitySource { get; set; } = "$request.header.Authorization";

    public string PayloadVersion { get; set; } = "2.0";

    public bool SimpleResponses { get; set; } = true;

    public string? Role { get; set; } = "";

    public string? TtlSeconds { get; set; } = "";

    public static AuthorizerDraft Of(string name, Authorizer? authorizer) => authorizer switch
    {
        null => throw new ArgumentException("There is none to change; begin a new one.", nameof(authorizer)),
        Authorizer.Token token => new() { Name = name, Kind = AuthorizerKind.Token, Function = token.Function, Header = token.Header, ValidationExpression = token.ValidationExpression, Role = token.Role, TtlSeconds = Text(token.TtlSeconds) },
        Authorizer.Request request => new() { Name = name, Kind = AuthorizerKind.Request, Function = request.Function, IdentitySources = string.Join('\n', request.IdentitySources), Role = request.Role, TtlSeconds = Text(request.TtlSeconds) },
        Authorizer.Cognito cognito => new() { Name = name, Kind = AuthorizerKind.Cognito, UserPools = string.Join('\n', cognito.UserPools), Header = cognito.Header, ValidationExpression = cognito.ValidationExpression },
        Authorizer.Jwt jwt => new() { Name = name, Kind = AuthorizerKind.Jwt, Issuer = jwt.Issuer, Audience = string.Join('\n', jwt.Audience), IdentitySource = jwt.IdentitySource },
        Authorizer.HttpRequest request => new()
        {
            Name = name,
            Kind = AuthorizerKind.HttpRequest,
            Function = request.Function,
            IdentitySources = string.Join('\n', request.IdentitySources),
            PayloadVersion = request.PayloadVersion,
            SimpleResponses = request.SimpleResponses,
            Role = request.Role,
            TtlSeconds = Text(request.TtlSeconds),
        },
        _ => throw new UnreachableException(),
    };

    /// <summary>A new one of an API, or of a scheme that is none yet.</summary>
    public static AuthorizerDraft New(string name, Protocol protocol) => protocol is Protocol.Http
        ? new() { Name = name, Kind = AuthorizerKind.Jwt, IdentitySources = "$request.header.Authorization" }
        : protocol is Protocol.WebSocket ? new() { Name = name, Kind = AuthorizerKind.Request, IdentitySources = "route.request.header.Authorization" }
        : new() { Name = name };

    /// <summary>Of a WebSocket API nothing is remembered: a connection is asked about once. Without identity sources that has to be said.</summary>
    public Authorizer ToAuthorizer(Protocol protocol) => protocol is Protocol.WebSocket && ToAuthorizer() is Authorizer.Request request
        ? request with { TtlSeconds = request.IdentitySources is [] ? 0 : null }
        : ToAuthorizer();

    private Authorizer ToAuthorizer() => Kind switch
    {
        AuthorizerKind.Token => new Authorizer.Token { Function = Trimmed(Function), Header = Trimmed(Header), ValidationExpression = OrNull(ValidationExpression), Role = OrNull(Role), TtlSeconds = Number(TtlSeconds) },
        AuthorizerKind.Request => new Authorizer.Request { Function = Trimmed(Function), IdentitySources = Lines(IdentitySources), Role = OrNull(Role), TtlSeconds = Number(TtlSeconds) },
        AuthorizerKind.Cognito => new Authorizer.Cognito { UserPools = Lines(UserPools), Header = Trimmed(Header), ValidationExpression = OrNull(ValidationExpression) },
        AuthorizerKind.Jwt => new Authorizer.Jwt { Issuer = Trimmed(Issuer), Audience = Lines(Audience), IdentitySource = Trimmed(IdentitySource) },
        AuthorizerKind.HttpRequest => new Authorizer.HttpRequest
        {
            Function = Trimmed(Function),
            IdentitySources = Lines(IdentitySources),
            PayloadVersion = PayloadVersion,
            SimpleResponses = SimpleResponses && PayloadVersion is "2.0",
            Role = OrNull(Role),
            TtlSeconds = Number(TtlSeconds),
        },
        _ => throw new UnreachableException(),
    };

    private static string Trimmed(string? text) => text?.Trim() ?? "";

    private static string? OrNull(string? text) => text?.Trim() is { Length: > 0 } said ? said : null;

    private static string[] Lines(string? text) => (text ?? "").Split(['\n', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string Text(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    // What is no number is refused as -1 is.
    private static int? Number(string? text) => string.IsNullOrWhiteSpace(text) ? null : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
