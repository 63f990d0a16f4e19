using System.Text;
using Portal.Sandbox.Execution.Policies;

namespace Portal.Sandbox.Execution;

/// <summary>How large a call may be, before anybody looks into it.</summary>
internal static class Limits
{
    public const long LargestBody = 10 * 1024 * 1024;

    private const int LongestHeaders = 20_480;
    private const int LongestArn = 1_600;

    public static GatewayFault? Refusal(Exchange exchange)
    {
        var request = exchange.Http.Request;
        if (request.ContentLength > LargestBody)
        {
            return GatewayFault.TooLarge;
        }

        if (Encoding.UTF8.GetByteCount(ResourcePolicy.MethodArn(exchange)) > LongestArn)
        {
            return GatewayFault.UriTooLong;
        }

        return request.Headers.Sum(header => header.Key.Length + header.Value.Sum(value => value?.Length ?? 0)) > LongestHeaders ? GatewayFault.HeadersTooLarge : null;
    }
}
