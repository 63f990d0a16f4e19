using Portal.Sandbox.State;

namespace Portal.Sandbox.Execution;

/// <summary>What a method's validator demands. Parameters only: bodies are not held against their models yet.</summary>
internal static class RequestValidation
{
    public static GatewayFault? Refusal(Exchange exchange)
    {
        var method = exchange.Method!;
        if (method.RequestValidatorId is not { } id || exchange.Snapshot.Definition.Validators.Find(id) is not { ValidateRequestParameters: true })
        {
            return null;
        }

        string[] missing =
        [
            .. from parameter in method.RequestParameters ?? Map<bool>.Empty
               where parameter.Value && string.IsNullOrEmpty(Mapping.Value(exchange, parameter.Key))
               select parameter.Key.Split('.', 4)[3],
        ];
        return missing is [] ? null : GatewayFault.MissingParameters(missing);
    }
}
