namespace Portal.Server.Gateway;

/// <summary>A tool that makes and changes a thing of the gateway. What it owns is shown and never written: its next run would undo that, or fail.</summary>
/// <param name="Tool">CloudFormation or Terraform. SAM and CDK are CloudFormation.</param>
/// <param name="Name">What it is called there: the stack; for Terraform what says so, as in "by the tag ManagedBy" or "as aws_api_gateway_rest_api.orders".</param>
internal sealed record Ownership(string Tool, string Name)
{
    public const string CloudFormation = "CloudFormation";

    public const string Terraform = "Terraform";

    /// <summary>For sentences: "the CloudFormation stack pets".</summary>
    public string Words => Tool is CloudFormation ? $"the CloudFormation stack {Name}" : $"{Tool} ({Name})";
}
