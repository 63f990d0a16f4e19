using System.Security.Cryptography;
using System.Text;

namespace Portal.Sandbox.Access;

/// <summary>Who calls, as IAM knows it.</summary>
internal abstract record Caller(string AccessKeyId, string Account)
{
    internal sealed record User(string AccessKeyId, string Account, string Name) : Caller(AccessKeyId, Account)
    {
        public override string Arn => $"arn:aws:iam::{Account}:user/{Name}";

        public override string PrincipalId => UniqueId("AIDA", Arn);

        public override string ShownName => Name;

        public override IEnumerable<string> Names => [AccessKeyId, Arn];
    }

    internal sealed record AssumedRole(string AccessKeyId, string Account, string Role, string SessionName, DateTimeOffset Since) : Caller(AccessKeyId, Account)
    {
        /// <summary>All that the session may do, where it was begun with a policy; the text.</summary>
        public string? Policy { get; init; }

        /// <summary>The role's path and name, as in its ARN.</summary>
        public string RoleArn => $"arn:aws:iam::{Account}:role/{Role}";

        /// <summary>Without its path, which the ARN of a session does not have.</summary>
        public string RoleName => Role[(Role.LastIndexOf('/') + 1)..];

        public string RoleId => UniqueId("AROA", RoleArn);

        public override string Arn => $"arn:aws:sts::{Account}:assumed-role/{RoleName}/{SessionName}";

        public override string PrincipalId => $"{RoleId}:{SessionName}";

        public override string ShownName => SessionName;

        public override IEnumerable<string> Names => [AccessKeyId, Arn, RoleArn];
    }

    public abstract string Arn { get; }

    public abstract string PrincipalId { get; }

    /// <summary>What CloudTrail shows as the user's name.</summary>
    public abstract string ShownName { get; }

    /// <summary>All that a rule may call it by.</summary>
    public abstract IEnumerable<string> Names { get; }

    /// <summary>IAM's unique ids are random; here the same name always has the same.</summary>
    private static string UniqueId(string prefix, string arn) => prefix + Base32(SHA256.HashData(Encoding.UTF8.GetBytes(arn)), 17);

    public static string Base32(ReadOnlySpan<byte> bytes, int length) => string.Create(length, bytes, static (text, bytes) =>
    {
        for (var i = 0; i < text.Length; i++)
        {
            text[i] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"[bytes[i] % 32];
        }
    });
}
