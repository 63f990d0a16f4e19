namespace Portal.Sandbox.ApiGateway.RequestValidators;

/// <summary>What is checked before a method's integration is called.</summary>
internal sealed record RequestValidator
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required bool ValidateRequestBody { get; init; }

    public required bool ValidateRequestParameters { get; init; }
}
