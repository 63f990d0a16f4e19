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

    public string? Role { get; set; } = "";

    public string? TtlSeconds { get; set; } = "";

    public static AuthorizerDraft Of(string name, Authorizer? authorizer) => authorizer switch
    {
        null => new() { Name = name },
        Authorizer.Token token => new() { Name = name, Kind = AuthorizerKind.Token, Function = token.Function, Header = token.Header, ValidationExpression = token.ValidationExpression, Role = token.Role, TtlSeconds = Text(token.TtlSeconds) },
        Authorizer.Request request => new() { Name = name, Kind = AuthorizerKind.Request, Function = request.Function, IdentitySources = string.Join('\n', request.IdentitySources), Role = request.Role, TtlSeconds = Text(request.TtlSeconds) },
        Authorizer.Cognito cognito => new() { Name = name, Kind = AuthorizerKind.Cognito, UserPools = string.Join('\n', cognito.UserPools), Header = cognito.Header, ValidationExpression = cognito.ValidationExpression },
        _ => throw new UnreachableException(),
    };

    public Authorizer ToAuthorizer() => Kind switch
    {
        AuthorizerKind.Token => new Authorizer.Token { Function = Trimmed(Function), Header = Trimmed(Header), ValidationExpression = OrNull(ValidationExpression), Role = OrNull(Role), TtlSeconds = Number(TtlSeconds) },
        AuthorizerKind.Request => new Authorizer.Request { Function = Trimmed(Function), IdentitySources = Lines(IdentitySources), Role = OrNull(Role), TtlSeconds = Number(TtlSeconds) },
        AuthorizerKind.Cognito => new Authorizer.Cognito { UserPools = Lines(UserPools), Header = Trimmed(Header), ValidationExpression = OrNull(ValidationExpression) },
        _ => throw new UnreachableException(),
    };

    private static string Trimmed(string? text) => text?.Trim() ?? "";

    private static string? OrNull(string? text) => text?.Trim() is { Length: > 0 } said ? said : null;

    private static string[] Lines(string? text) => (text ?? "").Split(['\n', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string Text(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    // What is no number is refused as -1 is.
    private static int? Number(string? text) => string.IsNullOrWhiteSpace(text) ? null : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
