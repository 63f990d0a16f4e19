using System.Text.Json.Serialization;

namespace Portal.Shared.Catalog;

/// <summary>Whom API Gateway asks before it lets a call through: a function of one's own, or Cognito. Its name is that of the security scheme which declares it.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Token), "token")]
[JsonDerivedType(typeof(Request), "request")]
[JsonDerivedType(typeof(Cognito), "cognito")]
[JsonDerivedType(typeof(Jwt), "jwt")]
[JsonDerivedType(typeof(HttpRequest), "httpRequest")]
public abstract record Authorizer
{
    private Authorizer()
    {
    }

    /// <summary>A function that is given what one header holds.</summary>
    public sealed record Token : Authorizer
    {
        /// <summary>The function's ARN, in which a stage variable may stand, or the whole URI by which API Gateway invokes it.</summary>
        public required string Function { get; init; }

        /// <summary>The header that holds the token.</summary>
        public string Header { get; init; } = "Authorization";

        /// <summary>A regular expression: what does not fit is refused before the function is asked. Null lets everything reach it.</summary>
        public string? ValidationExpression { get; init; }

        /// <summary>The ARN of the role with which the function is invoked; null where its own policy admits API Gateway.</summary>
        public string? Role { get; init; }

        /// <summary>For how many seconds an answer is remembered, 0 to 3,600; null leaves it to API Gateway, which takes 300.</summary>
        public int? TtlSeconds { get; init; }
    }

    /// <summary>A function that is given the whole call.</summary>
    public sealed record Request : Authorizer
    {
        /// <summary>As for a token.</summary>
        public required string Function { get; init; }

        /// <summary>What a caller is known by, "method.request.header.X" or querystring, stageVariables, context: a call that lacks one is refused. None is allowed only where nothing is remembered.</summary>
        public IReadOnlyList<string> IdentitySources { get; init; } = [];

        /// <summary>As for a token.</summary>
        public string? Role { get; init; }

        /// <summary>As for a token.</summary>
        public int? TtlSeconds { get; init; }
    }

    /// <summary>Of an HTTP API: a token that an issuer has signed for one of these audiences.</summary>
    public sealed record Jwt : Authorizer
    {
        /// <summary>Its URL, as the token's iss says it; of a user pool https://cognito-idp.REGION.amazonaws.com/POOL.</summary>
        public required string Issuer { get; init; }

        /// <summary>One of them must be the token's aud, or else its client_id.</summary>
        public required IReadOnlyList<string> Audience { get; init; }

        /// <summary>Where the token is: $request.header.NAME or $request.querystring.NAME.</summary>
        public string IdentitySource { get; init; } = "$request.header.Authorization";
    }

    /// <summary>Of an HTTP API: a function that is given the whole call.</summary>
    public sealed record HttpRequest : Authorizer
    {
        /// <summary>As for a token.</summary>
        public required string Function { get; init; }

        /// <summary>What a caller is known by: $request.header.NAME, $request.querystring.NAME, $context.NAME, $stageVariables.NAME. A call that lacks one is refused.</summary>
        public IReadOnlyList<string> IdentitySources { get; init; } = [];

        /// <summary>In which format the function is asked: 1.0 or 2.0.</summary>
        public string PayloadVersion { get; init; } = "2.0";

        /// <summary>Whether the function answers yes or no instead of a policy; 2.0 only.</summary>
        public bool SimpleResponses { get; init; }

        /// <summary>As for a token.</summary>
        public string? Role { get; init; }

        /// <summary>For how many seconds an answer is remembered, 0 to 3,600; null does not remember.</summary>
        public int? TtlSeconds { get; init; }
    }

    /// <summary>A token of one of these user pools.</summary>
    public sealed record Cognito : Authorizer
    {
        /// <summary>Their ARNs, one at least.</summary>
        public required IReadOnlyList<string> UserPools { get; init; }

        /// <summary>The header that holds the token.</summary>
        public string Header { get; init; } = "Authorization";

        /// <summary>A regular expression that the token's audience has to fit; null is any.</summary>
        public string? ValidationExpression { get; init; }
    }
}
