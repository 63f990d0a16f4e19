using System.Text.Json.Serialization;

namespace Portal.Shared.Catalog;

/// <summary>Who may call a route. Whether an API key is demanded besides is said apart.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Default), "default")]
[JsonDerivedType(typeof(Open), "open")]
[JsonDerivedType(typeof(Iam), "iam")]
[JsonDerivedType(typeof(By), "authorizer")]
[JsonDerivedType(typeof(Other), "other")]
public abstract record Guard
{
    private Guard()
    {
    }

    /// <summary>What the whole document demands. Only in edits: what is shown is what it comes to.</summary>
    public sealed record Default : Guard;

    /// <summary>Everybody.</summary>
    public sealed record Open : Guard;

    /// <summary>Who signs the call with AWS credentials that may make it.</summary>
    public sealed record Iam : Guard;

    /// <summary>Whom an authorizer lets through.</summary>
    public sealed record By : Guard
    {
        public required string Authorizer { get; init; }

        /// <summary>Of a Cognito user pool: a token with one of them is enough; without any, an identity token is.</summary>
        public IReadOnlyList<string> Scopes { get; init; } = [];
    }

    /// <summary>Anything else that a document can say: shown and kept, not written here.</summary>
    public sealed record Other : Guard
    {
        /// <summary>The security schemes that it names.</summary>
        public required IReadOnlyList<string> Schemes { get; init; }
    }
}
