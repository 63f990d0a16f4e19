using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Portal.Sandbox.Access;
using Portal.Sandbox.Execution.Policies;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.Sts;

/// <summary>Who one is, and being somebody else for a while. There are no roles to be made: every ARN of one may be assumed by everybody, unless a rule denies it.</summary>
internal sealed partial class StsOperations(Sessions sessions)
{
    private const string Service = "sts";
    private const int Shortest = 900;
    private const int Longest = 43_200;
    private const int LongestOfChain = 3_600;
    private const int LongestPolicy = 2_048;

    public IReadOnlyList<Operation> All => [Operation.Named(Service, "GetCallerIdentity", GetCallerIdentity), Operation.Named(Service, "AssumeRole", AssumeRole)];

    private static Answer GetCallerIdentity(Call call) => call.Done(writer =>
    {
        writer.Member("Arn", call.Caller.Arn);
        writer.Member("UserId", call.Caller.PrincipalId);
        writer.Member("Account", call.Caller.Account);
    });

    private Answer AssumeRole(Call call)
    {
        var body = call.Body;
        if (RoleArn().Match(body.Text("RoleArn") ?? "") is not { Success: true } arn)
        {
            throw Invalid($"{body.Text("RoleArn")} is invalid");
        }

        var name = body.Text("RoleSessionName") ?? "";
        if (name.Length is < 2 or > 64 || !SessionName().IsMatch(name))
        {
            throw Invalid($@"1 validation error detected: Value '{name}' at 'roleSessionName' failed to satisfy constraint: {(name.Length < 2 ? "Member must have length greater than or equal to 2" : name.Length > 64 ? "Member must have length less than or equal to 64" : @"Member must satisfy regular expression pattern: [\w+=,.@-]*")}");
        }

        // What is kept elsewhere, policies by name and second factors, would be a promise that nobody keeps here.
        foreach (var member in (string[])["PolicyArns", "SerialNumber", "TokenCode"])
        {
            if (body.Has(member))
            {
                throw Invalid($"The sandbox does not know {member} of AssumeRole.");
            }
        }

        var policy = Policy(call);
        var seconds = Duration(call);
        var (account, role, until) = (arn.Groups["account"].Value, arn.Groups["role"].Value, DateTimeOffset.FromUnixTimeSeconds(call.Now.ToUnixTimeSeconds() + seconds));
        var (key, secret, token) = sessions.Begin(account, role, name, policy, call.Now, until);
        var assumed = new Caller.AssumedRole(key, account, role, name, call.Now);
        return call.Done(writer =>
        {
            writer.Object("Credentials", () =>
            {
                writer.Member("AccessKeyId", key);
                writer.Member("SecretAccessKey", secret);
                writer.Member("SessionToken", token);
                writer.Member("Expiration", until);
            });
            writer.Object("AssumedRoleUser", () =>
            {
                writer.Member("AssumedRoleId", assumed.PrincipalId);
                writer.Member("Arn", assumed.Arn);
            });
            writer.Member("SourceIdentity", body.Text("SourceIdentity"));
        }) with
        {
            Recorded = new JsonObject
            {
                ["credentials"] = new JsonObject { ["accessKeyId"] = key, ["expiration"] = until.UtcDateTime.ToString("MMM d, yyyy, h:mm:ss tt", System.Globalization.CultureInfo.InvariantCulture) },
                ["assumedRoleUser"] = new JsonObject { ["assumedRoleId"] = assumed.PrincipalId, ["arn"] = assumed.Arn },
            },
        };
    }

    /// <summary>What narrows the session; everything else that it may do is then taken from it.</summary>
    private static string? Policy(Call call)
    {
        if (call.Body.Text("Policy") is not { } policy)
        {
            return null;
        }

        if (policy.Length is 0 or > LongestPolicy)
        {
            throw Invalid($"1 validation error detected: Value at 'policy' failed to satisfy constraint: Member must have length {(policy is "" ? "greater than or equal to 1" : $"less than or equal to {LongestPolicy}")}");
        }

        return PolicyDocument.IsOne(policy) ? policy : throw new AwsError(400, "MalformedPolicyDocument", "Syntax errors in policy.");
    }

    private static int Duration(Call call)
    {
        var seconds = call.Body.NumberOrText("DurationSeconds") is { } given ? (int)Math.Clamp(given, int.MinValue, int.MaxValue) : LongestOfChain;
        return seconds switch
        {
            < Shortest => throw Invalid($"1 validation error detected: Value '{seconds}' at 'durationSeconds' failed to satisfy constraint: Member must have value greater than or equal to {Shortest}"),
            > Longest => throw Invalid($"1 validation error detected: Value '{seconds}' at 'durationSeconds' failed to satisfy constraint: Member must have value less than or equal to {Longest}"),
            > LongestOfChain when call.Caller is Caller.AssumedRole => throw Invalid("The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining"),
            _ => seconds,
        };
    }

    private static AwsError Invalid(string message) => new(400, "ValidationError", message);

    [GeneratedRegex(@"^arn:aws:iam::(?<account>\d{12}):role/(?<role>[\w+=,.@/-]{1,512})$", RegexOptions.CultureInvariant | RegexOptions.ECMAScript)]
    private static partial Regex RoleArn();

    [GeneratedRegex(@"^[\w+=,.@-]*$", RegexOptions.CultureInvariant | RegexOptions.ECMAScript)]
    private static partial Regex SessionName();
}
