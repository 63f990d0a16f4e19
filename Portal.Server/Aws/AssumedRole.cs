using Amazon.Runtime;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;

namespace Portal.Server.Aws;

/// <summary>Credentials of a role, taken anew before they end. The SDK's own class asks the STS of a Region it guesses; this one asks where the connection leads.</summary>
internal sealed class AssumedRole : RefreshingAWSCredentials
{
    private readonly IAmazonSecurityTokenService _tokens;
    private readonly string _roleArn;

    public AssumedRole(IAmazonSecurityTokenService tokens, string roleArn)
    {
        (_tokens, _roleArn) = (tokens, roleArn);
        PreemptExpiryTime = TimeSpan.FromMinutes(5);
    }

    protected override CredentialsRefreshState GenerateNewCredentials() => GenerateNewCredentialsAsync().GetAwaiter().GetResult();

    protected override async Task<CredentialsRefreshState> GenerateNewCredentialsAsync()
    {
        // CloudTrail shows the session's name beside each call.
        var answer = await _tokens.AssumeRoleAsync(new AssumeRoleRequest { RoleArn = _roleArn, RoleSessionName = "portal" });

        var given = answer.Credentials;

        return new CredentialsRefreshState(new ImmutableCredentials(given.AccessKeyId, given.SecretAccessKey, given.SessionToken), given.Expiration!.Value.ToUniversalTime());
    }
}
