using Amazon.Runtime;
using Amazon.Runtime.Credentials;

namespace Portal.Server.Aws;

/// <summary>
/// The portal's own credentials, by the SDK's chain: environment, profile, role of the container or machine. The SDK would walk it by itself, but where STS finds
/// nothing there it goes on to another signature and complains of that.
/// </summary>
internal sealed class OwnCredentials : AWSCredentials
{
    public override ImmutableCredentials GetCredentials() => DefaultAWSCredentialsIdentityResolver.GetCredentials().GetCredentials();

    public override async Task<ImmutableCredentials> GetCredentialsAsync() =>
        await (await DefaultAWSCredentialsIdentityResolver.GetCredentialsAsync()).GetCredentialsAsync();
}
