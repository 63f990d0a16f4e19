using System.Text.RegularExpressions;

namespace Portal.Shared.Catalog;

/// <summary>Load balancers as integrations name them. AWS's guide shows the ARN of the load balancer itself, its API reference that of a listener: both are taken.</summary>
public static partial class LoadBalancers
{
    public static bool IsArn(string text) => Arn().IsMatch(text);

    [GeneratedRegex(@"\Aarn:aws[a-z-]*:elasticloadbalancing:[a-z0-9-]+:[0-9]{12}:(loadbalancer|listener)/[A-Za-z0-9/-]+\z")]
    private static partial Regex Arn();
}
