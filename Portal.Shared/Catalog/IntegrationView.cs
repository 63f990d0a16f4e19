using System.Text.Json.Serialization;

namespace Portal.Shared.Catalog;

/// <summary>What answers a route.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Default), "default")]
[JsonDerivedType(typeof(Mock), "mock")]
[JsonDerivedType(typeof(Http), "http")]
[JsonDerivedType(typeof(HttpProxy), "httpProxy")]
[JsonDerivedType(typeof(Lambda), "lambda")]
[JsonDerivedType(typeof(Other), "other")]
public abstract record IntegrationView
{
    private IntegrationView()
    {
    }

    /// <summary>The API's default integration.</summary>
    public sealed record Default : IntegrationView;

    /// <summary>API Gateway itself, without a backend.</summary>
    public sealed record Mock : IntegrationView
    {
        /// <summary>100 to 599.</summary>
        public required int Status { get; init; }

        public string ContentType { get; init; } = "application/json";

        /// <summary>A mapping template: $context.requestId and the like are filled in.</summary>
        public string Body { get; init; } = "";
    }

    /// <summary>A backend, which is given the parameters that the route declares, and whose answer is given with the statuses that the route declares.</summary>
    public sealed record Http : IntegrationView
    {
        /// <summary>Of the call to the backend.</summary>
        public required string Method { get; init; }

        /// <summary>Absolute, or with its base in a stage variable: https://${stageVariables.backend}/pets/{petId}.</summary>
        public required string Url { get; init; }
    }

    /// <summary>A backend, which is given the call as it is, and whose answer is given as it is.</summary>
    public sealed record HttpProxy : IntegrationView
    {
        /// <summary>Of the call to the backend.</summary>
        public required string Method { get; init; }

        /// <summary>Absolute, or with its base in a stage variable: https://${stageVariables.backend}/pets/{petId}.</summary>
        public required string Url { get; init; }
    }

    /// <summary>A function, which is given the whole call.</summary>
    public sealed record Lambda : IntegrationView
    {
        public required string FunctionArn { get; init; }

        /// <summary>The ARN of the role with which it is invoked; null where the function's own policy admits API Gateway.</summary>
        public string? Role { get; init; }
    }

    /// <summary>Anything else that API Gateway can do: shown and kept, not written here.</summary>
    public sealed record Other : IntegrationView
    {
        /// <summary>As in the document: aws, aws_proxy, http, ...</summary>
        public required string Kind { get; init; }

        public string? Method { get; init; }

        public string? Uri { get; init; }
    }
}

/// <summary>What answers the routes that name nothing of their own.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Mock), "mock")]
[JsonDerivedType(typeof(HttpProxy), "httpProxy")]
[JsonDerivedType(typeof(Lambda), "lambda")]
public abstract record DefaultIntegrationView
{
    private DefaultIntegrationView()
    {
    }

    /// <summary>API Gateway itself, the same for every route.</summary>
    public sealed record Mock : DefaultIntegrationView
    {
        /// <summary>100 to 599.</summary>
        public required int Status { get; init; }

        public string ContentType { get; init; } = "application/json";

        public string Body { get; init; } = "";
    }

    /// <summary>A backend: each route calls its own method and path there.</summary>
    public sealed record HttpProxy : DefaultIntegrationView
    {
        /// <summary>Absolute, or in a stage variable: https://${stageVariables.backend}.</summary>
        public required string BaseUrl { get; init; }
    }

    /// <summary>A function, which is given every call.</summary>
    public sealed record Lambda : DefaultIntegrationView
    {
        public required string FunctionArn { get; init; }

        public string? Role { get; init; }
    }
}
