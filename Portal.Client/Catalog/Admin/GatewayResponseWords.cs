namespace Portal.Client.Catalog.Admin;

/// <summary>When API Gateway answers by itself.</summary>
internal static class GatewayResponseWords
{
    public static string WhenAnswered(this string type) => type switch
    {
        "DEFAULT_4XX" => "Stands for every answer of 400 to 499 whose type says nothing of its own.",
        "DEFAULT_5XX" => "Stands for every answer of 500 to 599 whose type says nothing of its own.",
        "ACCESS_DENIED" => "An authorizer, IAM or the resource policy denied the call.",
        "API_CONFIGURATION_ERROR" => "The API is set up wrongly: a mapping or an endpoint that does not work.",
        "AUTHORIZER_CONFIGURATION_ERROR" => "The authorizer could not be asked.",
        "AUTHORIZER_FAILURE" => "The authorizer was asked, and failed.",
        "BAD_REQUEST_BODY" => "The body does not fit its model.",
        "BAD_REQUEST_PARAMETERS" => "A required parameter is missing.",
        "EXPIRED_TOKEN" => "The signature's credentials have expired.",
        "INTEGRATION_FAILURE" => "The backend could not be reached.",
        "INTEGRATION_TIMEOUT" => "The backend did not answer in time.",
        "INVALID_API_KEY" => "The route demands an API key, and the call brought none that is good.",
        "INVALID_SIGNATURE" => "The call's signature is wrong.",
        "MISSING_AUTHENTICATION_TOKEN" => "There is no such route, or it demands a signature that is not there.",
        "QUOTA_EXCEEDED" => "The usage plan's quota is used up.",
        "REQUEST_TOO_LARGE" => "The call has more than 10 MB.",
        "RESOURCE_NOT_FOUND" => "The call was let in, and there is nothing there.",
        "THROTTLED" => "There were too many calls: for the plan, the method, the stage or the account.",
        "UNAUTHORIZED" => "The authorizer found nobody: the token is missing or not good.",
        "UNSUPPORTED_MEDIA_TYPE" => "The integration does not take this content type.",
        "WAF_FILTERED" => "AWS WAF blocked the call.",
        _ => "",
    };
}
