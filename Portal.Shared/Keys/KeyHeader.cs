using FluentValidation;
using Portal.Shared.Stages;

namespace Portal.Shared.Keys;

/// <summary>The header that holds an API key: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-key-source.html.</summary>
public static class KeyHeader
{
    public const string Name = "x-api-key";

    internal static IRuleBuilderOptions<T, NamedValue> IsNotTheKeys<T>(this IRuleBuilderInitialCollection<T, NamedValue> rule) => rule
        .Must(header => header is null || !string.Equals(header.Name, Name, StringComparison.OrdinalIgnoreCase)).WithMessage("The portal sets this header: it holds the key.");
}
