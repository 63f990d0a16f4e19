using Portal.Sandbox.Execution.Schemas;
using Portal.Sandbox.State;

namespace Portal.Sandbox.Execution;

/// <summary>What a method's validator demands: the required parameters, and a body that keeps to the model of its content type.</summary>
internal static class RequestValidation
{
    public static async ValueTask<GatewayFault?> RefusalAsync(Exchange exchange)
    {
        var method = exchange.Method!;
        if (method.RequestValidatorId is not { } id || exchange.Snapshot.Definition.Validators.Find(id) is not { } validator)
        {
            return null;
        }

        if (validator.ValidateRequestParameters)
        {
            string[] missing =
            [
                .. from parameter in method.RequestParameters ?? Map<bool>.Empty
                   where parameter.Value && string.IsNullOrEmpty(Mapping.Value(exchange, parameter.Key))
                   select parameter.Key.Split('.', 4)[3],
            ];
            if (missing is not [])
            {
                return GatewayFault.MissingParameters(missing);
            }
        }

        // A content type without a model is not looked into.
        if (!validator.ValidateRequestBody || method.RequestModels?.Find(MediaTypes.Plain(exchange.Http.Request.ContentType)) is not { } model)
        {
            return null;
        }

        await exchange.BodyAsync(exchange.Http.RequestAborted);
        exchange.ValidationErrors = ModelSchemas.Of(exchange.Snapshot.Definition).Faults(model, exchange.BodyText);
        return exchange.ValidationErrors is [] ? null : GatewayFault.InvalidBody;
    }
}
