// Written by aws/write.py.
namespace Amazon.IdentityManagement.Model;

public class ContextEntry
{
    public string ContextKeyName { get; set; }
    public ContextKeyTypeEnum ContextKeyType { get; set; }
    public List<string> ContextKeyValues { get; set; }
}

public class EvaluationResult
{
    public string EvalActionName { get; set; }
    public PolicyEvaluationDecisionType EvalDecision { get; set; }
    public Dictionary<string, string> EvalDecisionDetails { get; set; }
    public string EvalResourceName { get; set; }
    public List<Statement> MatchedStatements { get; set; }
    public List<string> MissingContextValues { get; set; }
    public OrganizationsDecisionDetail OrganizationsDecisionDetail { get; set; }
    public PermissionsBoundaryDecisionDetail PermissionsBoundaryDecisionDetail { get; set; }
    public List<ResourceSpecificResult> ResourceSpecificResults { get; set; }
}

public class OrganizationsDecisionDetail
{
    public bool? AllowedByOrganizations { get; set; }
}

public class PermissionsBoundaryDecisionDetail
{
    public bool? AllowedByPermissionsBoundary { get; set; }
}

public class Position
{
    public int? Column { get; set; }
    public int? Line { get; set; }
}

public class ResourceSpecificResult
{
    public Dictionary<string, string> EvalDecisionDetails { get; set; }
    public PolicyEvaluationDecisionType EvalResourceDecision { get; set; }
    public string EvalResourceName { get; set; }
    public List<Statement> MatchedStatements { get; set; }
    public List<string> MissingContextValues { get; set; }
    public PermissionsBoundaryDecisionDetail PermissionsBoundaryDecisionDetail { get; set; }
}

public class Statement
{
    public Position EndPosition { get; set; }
    public string SourcePolicyId { get; set; }
    public PolicySourceType SourcePolicyType { get; set; }
    public Position StartPosition { get; set; }
}
