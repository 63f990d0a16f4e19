using System.Text;
using Portal.Sandbox.Execution.Policies;

namespace Portal.Sandbox.Execution;

/// <summary>How large a call may be, before anybody looks into it.</summary>
internal static class Limits
{
    public const long LargestBody = 10 * 1024 * 1024;

    private const int LongestHeaders = 20_480;
    private const int LongestArn = 1_600;
    private const int LongestStart = 400;

    public static GatewayFault? Refusal(Exchange exchange)
    {
        var request = exchange.Http.Request;
        if (request.ContentLength > LargestBody)
        {
            return GatewayFault.TooLarge;
        }

        // The rest of an ARN is never that long, so that most paths need not be looked at closely.
        if (exchange.Address.Length > LongestArn - LongestStart && Encoding.UTF8.GetByteCount(ResourcePolicy.MethodArn(exchange)) > LongestArn)
        {
            return GatewayFault.UriTooLong;
        }

        var headers = 0;
        foreach (var (name, values) in request.Headers)
        {
            headers += name.Length;
            foreach (var value in values)
            {
                headers += value?.Length ?? 0;
            }
        }

        return headers > LongestHeaders ? GatewayFault.HeadersTooLarge : null;
    }
}
