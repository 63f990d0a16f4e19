using System.Text.Json;
using Portal.Sandbox.ApiGateway.RequestValidators;
using Portal.Sandbox.State;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGateway.OpenApi;

/// <summary>The map <c>x-amazon-apigateway-request-validators</c> at the root, and the name that an operation, or else the root, picks from it.</summary>
internal static class ValidatorImport
{
    public static IReadOnlyList<RequestValidator> Read(OpenApiDocument document, Map<RequestValidator> existing) =>
    [
        .. document.Root.Member("x-amazon-apigateway-request-validators").Members().Select(validator => new RequestValidator
        {
            Id = existing.Values.FirstOrDefault(known => known.Name == validator.Name)?.Id ?? Ids.Short(),
            Name = validator.Name,
            ValidateRequestBody = validator.Value.Member("validateRequestBody").IsTrue(),
            ValidateRequestParameters = validator.Value.Member("validateRequestParameters").IsTrue(),
        }),
    ];

    public static string? IdOf(OpenApiDocument document, JsonElement operation, IReadOnlyList<RequestValidator> validators)
    {
        var name = operation.Member("x-amazon-apigateway-request-validator").Text() ?? document.Root.Member("x-amazon-apigateway-request-validator").Text();
        return name is null ? null
            : validators.FirstOrDefault(validator => validator.Name == name)?.Id ?? throw AwsError.BadRequest($"Invalid Request Validator identifier specified: {name}");
    }
}
