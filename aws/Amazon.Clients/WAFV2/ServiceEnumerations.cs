// Written by aws/write.py.
namespace Amazon.WAFV2;

